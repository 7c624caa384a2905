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
, day_until_ms bigint, zone_ms bigint);
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
, revision integer not null default 1, ends_ms bigint not null default 0, ordered integer not null default 0);
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
  ended_ms bigint, priority smallint not null default 1, fair_tag bigint not null default 0, queued_ms bigint not null default 0, slot smallint not null default 0, paying smallint not null default 0, refunded_ms bigint, claim bigint not null default 0, ends int not null default 0, alone smallint not null default 0, moved_ms bigint not null default 0, claimed_ms bigint not null default 0,
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
, owner text, waits_for bigint references account (id));
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
CREATE INDEX job_stopping on job (owner) where status = 1 and cancelled = 1;
CREATE INDEX submission_operation on submission (provider, operation) where operation is not null;
CREATE INDEX platform_file_content on platform_file (content);
CREATE TABLE answer (
  platform text not null,
  event text not null,
  part int not null,
  chat text not null,
  thread text not null,
  group_chat smallint not null,
  -- our message that says this from now on
  replaces text,
  message text not null,
  owner text,
  created_ms bigint not null,
  primary key (platform, event, part)
);
CREATE TABLE quarantine (
  platform text not null,
  -- of what came
  digest text not null,
  received_ms bigint not null,
  reason text not null,
  bytes bigint not null,
  raw text not null,
  primary key (platform, digest)
);
CREATE INDEX quarantine_received on quarantine (received_ms);
CREATE TABLE web_admission (
  day bigint not null,
  network text not null,
  visitors integer not null,
  primary key (day, network)
);
CREATE TABLE job_event (
  job bigint not null,
  -- ascends
  id bigint not null,
  at_ms bigint not null,
  -- 'instance NAME' or 'account NUMBER'
  actor text not null,
  action smallint not null check (action between 0 and 15),
  -- null: there was no such job before
  status_before smallint check (status_before between 0 and 5),
  status smallint not null check (status between 0 and 5),
  stage text not null,
  -- the lane in which it was
  lane text not null,
  attempt int not null,
  -- since the event before
  elapsed_ms bigint not null,
  -- of that, since the job was claimed
  worked_ms bigint not null,
  micro_usd bigint not null,
  -- the provider knows the paid work by this key, and by this name of its own
  request text,
  operation text,
  primary key (job, id)
);
CREATE INDEX draft_ends on draft (ends_ms);
CREATE TABLE secret (
  name text primary key,
  value text not null
);
CREATE INDEX delivery_waits on delivery (waits_for, id) where waits_for is not null;
insert into flyway_schema_history values (1, '1', 'first light', 'SQL', 'V1__first_light.sql', 758535424, '', '2026-11-30 22:30:51.850', 58, 1);
insert into flyway_schema_history values (2, '2', 'promises', 'SQL', 'V2__promises.sql', -271388193, '', '2026-11-30 22:30:52.011', 20, 1);
insert into flyway_schema_history values (3, '3', 'instances', 'SQL', 'V3__instances.sql', 1726733018, '', '2026-11-30 22:30:52.067', 1, 1);
insert into flyway_schema_history values (4, '4', 'kept places', 'SQL', 'V4__kept_places.sql', 2063666743, '', '2026-11-30 22:30:52.123', 1, 1);
insert into flyway_schema_history values (5, '5', 'engine', 'SQL', 'V5__engine.sql', 966459703, '', '2026-11-30 22:30:52.614', 10, 1);
insert into flyway_schema_history values (6, '6', 'storage', 'SQL', 'V6__storage.sql', -559176484, '', '2026-11-30 22:30:52.781', 7, 1);
insert into flyway_schema_history values (7, '7', 'outbox', 'SQL', 'V7__outbox.sql', 1790282907, '', '2026-11-30 22:30:52.903', 0, 1);
insert into flyway_schema_history values (8, '8', 'quarantine', 'SQL', 'V8__quarantine.sql', 607072087, '', '2026-11-30 22:30:53.021', 1, 1);
insert into flyway_schema_history values (9, '9', 'web', 'SQL', 'V9__web.sql', -227876167, '', '2026-11-30 22:30:53.153', 49, 1);
insert into flyway_schema_history values (10, '10', 'job events', 'SQL', 'V10__job_events.sql', -957951295, '', '2026-11-30 22:30:53.439', 1, 1);
insert into flyway_schema_history values (11, '11', 'drafts and buttons', 'SQL', 'V11__drafts_and_buttons.sql', -985151444, '', '2026-11-30 22:30:53.670', 5, 1);
insert into flyway_schema_history values (12, '12', 'waiting results', 'SQL', 'V12__waiting_results.sql', -99500323, '', '2026-11-30 22:30:53.755', 0, 1);
insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000, null, null);
insert into identity values ('telegram', '17', 5, 'en');
insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
insert into draft values ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000, 1, 1781610400000, 0);
insert into draft values ('DRAFT2', 5, 'telegram 18 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000, 3, 1784116000000, 2);
insert into job values (100, 'ABCDEF', 5, 100, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f1', 2, 'waiting', 'speech', 'light', 1, 0, null, 1, 0, 0, null, null, 300000, 0, 1, null, 1, 0, 0, 0, 0, null, 0, 0, 0, 0, 0);
insert into job values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x', 'paid', 1, 0, 'dead', 0, 0, 0, null, null, 0, 0, 1, null, 1, 0, 0, 1, 2, null, 0, 0, 0, 1, 1);
insert into job values (110, 'HJKMNP', 5, 110, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f4', 0, '', '', 'light', 1, 0, null, 0, 0, 0, null, null, 100000, 0, 1, null, 1, 0, 0, 0, 0, null, 0, 0, 0, 0, 0);
insert into job values (111, 'QRSTVW', 5, 111, null, null, 'talk', '{}', 'f5', 2, 'asking', 'rendering', 'light', 1, 0, null, 0, 0, 0, null, null, 100000, 0, 1, null, 1, 0, 0, 0, 3, null, 3, 1, 0, 0, 0);
insert into job values (112, 'WXYZ23', 5, 112, null, null, 'talk', '{}', 'f6', 3, '', 'rendering', 'light', 1, 0, null, 0, 0, 0, '{"artifacts":[]}', null, 0, 0, 1781524000000, 1781524000000, 1, 0, 0, 0, 0, null, 4, 0, 0, 0, 0);
insert into ledger values (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
insert into ledger values (310, 5, 110, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
insert into ledger values (311, 5, 111, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
insert into delivery values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, null, 1, 'dead', null);
insert into delivery values (410, 110, 'telegram', '17', '', 0, 'message 3', '3', 'en', '4', 0, null, 1, 'dead', null);
insert into delivery values (411, 111, 'telegram', '17', '', 0, 'message 5', '5', 'en', '6', 0, null, 1, 'dead', null);
insert into delivery values (412, 112, 'telegram', '18', '', 0, 'message 7', '7', 'en', '8', 4, null, 1, null, 5);
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
insert into submission values (210, 111, 'paid', 2, 'hash', 2, null, 100000, null, 1, 1, 2, null);
insert into spending values ('person 5', '2026-06-15', 500000);
insert into spending values ('all', '2026-06-15', 500000);
insert into answer values ('telegram', '8', 0, '17', '', 0, null, '{}', 'dead', 1);
insert into quarantine values ('telegram', 'digest', 1, 'odd', 3, '{}');
insert into web_admission values (20000, '', 1);
insert into job_event values (101, 500, 1, 'account 5', 0, null, 0, '', 'light', 0, 0, 0, 0, null, null);
insert into job_event values (101, 501, 1, 'instance dead', 7, 1, 1, 'x', 'paid', 1, 0, 0, 0, 'photoplay-200', 'operation');
insert into secret values ('buttons', 'a2V5');
