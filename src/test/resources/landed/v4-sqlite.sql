CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE TABLE account (
  id bigint primary key,
  created_ms bigint not null,
  zone text,
  next_zone text,
  next_zone_ms bigint
);
CREATE TABLE identity (
  platform text not null,
  external text not null,
  account bigint not null references account (id),
  language text not null,
  primary key (platform, external)
);
CREATE TABLE inbound_event (
  platform text not null,
  external text not null,
  received_ms bigint not null,
  payload text,
  handled_ms bigint, owner text,
  primary key (platform, external)
);
CREATE INDEX inbound_event_open on inbound_event (received_ms) where handled_ms is null;
CREATE INDEX inbound_event_handled on inbound_event (handled_ms) where handled_ms is not null;
CREATE TABLE draft (
  code text primary key,
  account bigint not null references account (id),
  conversation text not null,
  purpose text not null,
  payload text not null,
  created_ms bigint not null
);
CREATE INDEX draft_latest on draft (account, conversation, purpose, created_ms);
CREATE TABLE job (
  id bigint primary key,
  code text not null unique,
  account bigint not null references account (id),
  root bigint not null,
  parent bigint,
  child_name text,
  kind text not null,
  request text not null,
  fingerprint text not null,
  -- 0 ready, 1 running, 2 waiting for children, 3 made, 4 failed, 5 cancelled
  status smallint not null check (status between 0 and 5),
  state text not null,
  stage text not null,
  lane text not null,
  due_ms bigint not null,
  attempt int not null,
  owner text,
  waiting_on int not null default 0,
  cancelled smallint not null default 0,
  from_cache smallint not null default 0,
  result text,
  failure text,
  held bigint not null default 0,
  cost bigint not null default 0,
  created_ms bigint not null,
  ended_ms bigint, priority smallint not null default 1, fair_tag bigint not null default 0, queued_ms bigint not null default 0, slot smallint not null default 0, paying smallint not null default 0, refunded_ms bigint,
  unique (parent, child_name)
);
CREATE INDEX job_running on job (owner) where status = 1;
CREATE INDEX job_open on job (account, fingerprint) where status < 3;
CREATE INDEX job_history on job (account, id) where parent is null;
CREATE INDEX job_family on job (root);
CREATE TABLE ledger (
  id bigint primary key,
  account bigint not null references account (id),
  job bigint not null,
  -- 0 hold, 1 release, 2 charge
  kind smallint not null check (kind between 0 and 2),
  micro_usd bigint not null,
  day text not null,
  operator_day text not null,
  created_ms bigint not null, party text,
  unique (job, kind)
);
CREATE TABLE delivery (
  id bigint primary key,
  job bigint not null references job (id),
  platform text not null,
  chat text not null,
  thread text not null,
  group_chat smallint not null,
  occasion text not null,
  reply_to text not null,
  language text not null,
  placeholder text,
  -- 0 watching the job, 1 result to be shown, 2 shown, a short notice to follow, 3 done, 4 conversation gone, 5 unsure
  state smallint not null check (state between 0 and 5),
  intent_ms bigint,
  created_ms bigint not null
, owner text);
CREATE INDEX delivery_open on delivery (id) where state < 3;
CREATE INDEX delivery_job on delivery (job);
CREATE INDEX delivery_occasion on delivery (platform, chat, occasion);
CREATE TABLE platform_file (
  platform text not null,
  content text not null,
  file text not null,
  created_ms bigint not null,
  primary key (platform, content)
);
CREATE TABLE artifact (
  content text primary key,
  bytes bigint not null,
  created_ms bigint not null,
  used_ms bigint not null
);
CREATE INDEX artifact_used on artifact (used_ms);
CREATE TABLE reuse (
  fingerprint text primary key,
  account bigint not null references account (id),
  job bigint not null,
  artifacts text not null,
  created_ms bigint not null
);
CREATE INDEX reuse_created on reuse (created_ms);
CREATE TABLE setting (
  account bigint not null references account (id),
  name text not null,
  value text not null,
  primary key (account, name)
);
CREATE TABLE web_visitor (
  visitor text primary key,
  change bigint not null
);
CREATE TABLE web_message (
  visitor text not null,
  id text not null,
  number bigint not null,
  change bigint not null,
  time_ms bigint not null,
  own smallint not null,
  seen smallint not null,
  content text not null,
  primary key (visitor, id)
);
CREATE UNIQUE INDEX web_message_number on web_message (visitor, number);
CREATE UNIQUE INDEX web_message_change on web_message (visitor, change);
CREATE INDEX job_due on job (due_ms) where status = 0;
CREATE INDEX job_slot on job (lane, account) where slot = 1;
CREATE INDEX job_ageing on job (queued_ms) where status = 0 and priority > 0;
CREATE INDEX job_children on job (parent) where parent is not null;
CREATE INDEX job_ended on job (ended_ms) where parent is null and ended_ms is not null;
CREATE INDEX job_roots on job (id) where parent is null and status < 3;
CREATE TABLE lane (
  name text primary key,
  -- the tag of the job that began last: where newcomers join
  vtime bigint not null,
  -- millionths
  tokens bigint not null,
  tokens_ms bigint not null,
  paused_until_ms bigint not null
);
CREATE TABLE fair (
  account bigint not null references account (id),
  lane text not null,
  next_tag bigint not null,
  primary key (account, lane)
);
CREATE TABLE submission (
  id bigint primary key,
  job bigint not null references job (id),
  provider text not null,
  -- 0 keyed, 1 findable, 2 blind
  grade smallint not null check (grade between 0 and 2),
  request text not null,
  -- 0 intent, 1 accepted, 2 unknown, 3 ended, 4 not taken, 5 given up
  state smallint not null check (state between 0 and 5),
  operation text,
  estimate bigint not null,
  actual bigint,
  tries int not null,
  intent_ms bigint not null,
  deadline_ms bigint not null,
  ended_ms bigint
);
CREATE UNIQUE INDEX submission_open on submission (job) where state < 3;
CREATE INDEX submission_job on submission (job);
CREATE INDEX submission_unknown on submission (id) where state = 2;
CREATE TABLE spending (
  scope text not null,
  day text not null,
  micro_usd bigint not null check (micro_usd >= 0),
  primary key (scope, day)
);
CREATE TABLE instance (
  id bigint primary key,
  started_ms bigint not null,
  heartbeat_ms bigint not null
);
CREATE INDEX job_queue on job (lane, priority, fair_tag, id) where status = 0 and slot = 0;
CREATE INDEX job_kept on job (lane, priority, fair_tag, id) where status = 0 and slot = 1;
insert into flyway_schema_history values (1, '1', 'first light', 'SQL', 'V1__first_light.sql', 758535424, '', '2026-11-30 15:39:32.861', 92, 1);
insert into flyway_schema_history values (2, '2', 'promises', 'SQL', 'V2__promises.sql', -271388193, '', '2026-11-30 15:39:33.059', 17, 1);
insert into flyway_schema_history values (3, '3', 'instances', 'SQL', 'V3__instances.sql', 1726733018, '', '2026-11-30 15:39:33.253', 37, 1);
insert into flyway_schema_history values (4, '4', 'kept places', 'SQL', 'V4__kept_places.sql', 2063666743, '', '2026-11-30 15:39:33.535', 50, 1);
insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000);
insert into identity values ('telegram', '17', 5, 'en');
insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
insert into draft values ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000);
insert into job values (100, 'ABCDEF', 5, 100, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f1', 2, 'waiting', 'speech', 'light', 1, 0, null, 1, 0, 0, null, null, 300000, 0, 1, null, 1, 0, 0, 0, 0, null);
insert into job values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x', 'paid', 1, 1, 'dead', 0, 0, 0, null, null, 0, 0, 1, null, 1, 0, 0, 1, 2, null);
insert into ledger values (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
insert into delivery values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, null, 1, 'dead');
insert into platform_file values ('telegram', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'file', 1);
insert into artifact values ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 1, 1);
insert into artifact values ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 10, 1, 1);
insert into reuse values ('f3', 5, 99, '{"artifacts":[]}', 1);
insert into setting values (5, 'style', 'calm');
insert into web_visitor values ('visitor', 1);
insert into web_message values ('visitor', 'm1', 1, 1, 1, 1, 0, '{}');
insert into lane values ('light', 0, 0, 0, 0);
insert into fair values (5, 'light', 1);
insert into submission values (200, 101, 'paid', 0, 'hash', 1, 'operation', 100000, null, 1, 1, 2, null);
insert into spending values ('person 5', '2026-06-15', 300000);
insert into spending values ('all', '2026-06-15', 300000);
