create table account (
  id bigint primary key,
  created_ms bigint not null,
  zone text,
  next_zone text,
  next_zone_ms bigint
);
create table identity (
  platform text not null,
  external text not null,
  account bigint not null references account (id),
  language text not null,
  primary key (platform, external)
);
create table inbound_event (
  platform text not null,
  external text not null,
  received_ms bigint not null,
  payload text,
  handled_ms bigint,
  primary key (platform, external)
);
create index inbound_event_open on inbound_event (received_ms) where handled_ms is null;
create index inbound_event_handled on inbound_event (handled_ms) where handled_ms is not null;
create table draft (
  code text primary key,
  account bigint not null references account (id),
  conversation text not null,
  purpose text not null,
  payload text not null,
  created_ms bigint not null
);
create index draft_latest on draft (account, conversation, purpose, created_ms);
create table job (
  id bigint primary key,
  code text not null unique,
  account bigint not null references account (id),
  root bigint not null,
  parent bigint,
  child_name text,
  kind text not null,
  request text not null,
  fingerprint text not null,
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
  ended_ms bigint,
  unique (parent, child_name)
);
create index job_ready on job (lane, due_ms, id) where status = 0;
create index job_running on job (owner) where status = 1;
create index job_open on job (account, fingerprint) where status < 3;
create index job_history on job (account, id) where parent is null;
create index job_family on job (root);
create table ledger (
  id bigint primary key,
  account bigint not null references account (id),
  job bigint not null,
  kind smallint not null check (kind between 0 and 2),
  micro_usd bigint not null,
  day text not null,
  operator_day text not null,
  created_ms bigint not null,
  unique (job, kind)
);
create index ledger_person on ledger (account, day);
create index ledger_operator on ledger (operator_day);
create table delivery (
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
  state smallint not null check (state between 0 and 5),
  intent_ms bigint,
  created_ms bigint not null
);
create index delivery_open on delivery (id) where state < 3;
create index delivery_job on delivery (job);
create index delivery_occasion on delivery (platform, chat, occasion);
create table platform_file (
  platform text not null,
  content text not null,
  file text not null,
  created_ms bigint not null,
  primary key (platform, content)
);
create table artifact (
  content text primary key,
  bytes bigint not null,
  created_ms bigint not null,
  used_ms bigint not null
);
create index artifact_used on artifact (used_ms);
create table reuse (
  fingerprint text primary key,
  account bigint not null references account (id),
  job bigint not null,
  artifacts text not null,
  created_ms bigint not null
);
create index reuse_created on reuse (created_ms);
create table setting (
  account bigint not null references account (id),
  name text not null,
  value text not null,
  primary key (account, name)
);
create table web_visitor (
  visitor text primary key,
  change bigint not null
);
create table web_message (
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
create unique index web_message_number on web_message (visitor, number);
create unique index web_message_change on web_message (visitor, change);
alter table job add column priority smallint not null default 1;
alter table job add column fair_tag bigint not null default 0;
alter table job add column queued_ms bigint not null default 0;
alter table job add column slot smallint not null default 0;
alter table job add column paying smallint not null default 0;
alter table job add column refunded_ms bigint;
update job set queued_ms = due_ms;
drop index job_ready;
create index job_queue on job (lane, priority, fair_tag, id) where status = 0;
create index job_due on job (due_ms) where status = 0;
create index job_slot on job (lane, account) where slot = 1;
create index job_ageing on job (queued_ms) where status = 0 and priority > 0;
create index job_children on job (parent) where parent is not null;
create index job_ended on job (ended_ms) where parent is null and ended_ms is not null;
create index job_roots on job (id) where parent is null and status < 3;
create table lane (
  name text primary key,
  vtime bigint not null,
  tokens bigint not null,
  tokens_ms bigint not null,
  paused_until_ms bigint not null
);
create table fair (
  account bigint not null references account (id),
  lane text not null,
  next_tag bigint not null,
  primary key (account, lane)
);
create table submission (
  id bigint primary key,
  job bigint not null references job (id),
  provider text not null,
  grade smallint not null check (grade between 0 and 2),
  request text not null,
  state smallint not null check (state between 0 and 5),
  operation text,
  estimate bigint not null,
  actual bigint,
  tries int not null,
  intent_ms bigint not null,
  deadline_ms bigint not null,
  ended_ms bigint
);
create unique index submission_open on submission (job) where state < 3;
create index submission_job on submission (job);
create index submission_unknown on submission (id) where state = 2;
alter table ledger add column party text;
create table spending (
  scope text not null,
  day text not null,
  micro_usd bigint not null check (micro_usd >= 0),
  primary key (scope, day)
);
insert into spending (scope, day, micro_usd)
  select 'person ' || account, day, sum(micro_usd) from ledger group by account, day;
insert into spending (scope, day, micro_usd)
  select 'all', operator_day, sum(micro_usd) from ledger group by operator_day;
drop index ledger_person;
drop index ledger_operator;
create table instance (
  id bigint primary key,
  started_ms bigint not null,
  heartbeat_ms bigint not null
);
alter table delivery add column owner text;
alter table inbound_event add column owner text;
drop index job_queue;
create index job_queue on job (lane, priority, fair_tag, id) where status = 0 and slot = 0;
create index job_kept on job (lane, priority, fair_tag, id) where status = 0 and slot = 1;
create table flyway_schema_history (
  installed_rank int not null primary key,
  version varchar(50),
  description varchar(200) not null,
  type varchar(20) not null,
  script varchar(1000) not null,
  checksum integer,
  installed_by varchar(100) not null,
  installed_on timestamp not null default now(),
  execution_time integer not null,
  success boolean not null
);
set session_replication_role = replica;
insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000);
insert into artifact values ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 1, 1);
insert into artifact values ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 10, 1, 1);
insert into delivery values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, null, 1, 'dead');
insert into draft values ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000);
insert into fair values (5, 'light', 1);
insert into flyway_schema_history values (1, '1', 'first light', 'SQL', 'V1__first_light.sql', 758535424, 'postgres', '2026-11-30 15:39:39.505915', 125, true);
insert into flyway_schema_history values (2, '2', 'promises', 'SQL', 'V2__promises.sql', -271388193, 'postgres', '2026-11-30 15:39:39.842341', 216, true);
insert into flyway_schema_history values (3, '3', 'instances', 'SQL', 'V3__instances.sql', 1726733018, 'postgres', '2026-11-30 15:39:40.281979', 16, true);
insert into flyway_schema_history values (4, '4', 'kept places', 'SQL', 'V4__kept_places.sql', 2063666743, 'postgres', '2026-11-30 15:39:40.517705', 36, true);
insert into identity values ('telegram', '17', 5, 'en');
insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
insert into job values (100, 'ABCDEF', 5, 100, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f1', 2, 'waiting', 'speech', 'light', 1, 0, null, 1, 0, 0, null, null, 300000, 0, 1, null, 1, 0, 0, 0, 0, null);
insert into job values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x', 'paid', 1, 1, 'dead', 0, 0, 0, null, null, 0, 0, 1, null, 1, 0, 0, 1, 2, null);
insert into lane values ('light', 0, 0, 0, 0);
insert into ledger values (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
insert into platform_file values ('telegram', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'file', 1);
insert into reuse values ('f3', 5, 99, '{"artifacts":[]}', 1);
insert into setting values (5, 'style', 'calm');
insert into spending values ('person 5', '2026-06-15', 300000);
insert into spending values ('all', '2026-06-15', 300000);
insert into submission values (200, 101, 'paid', 0, 'hash', 1, 'operation', 100000, null, 1, 1, 2, null);
insert into web_message values ('visitor', 'm1', 1, 1, 1, 1, 0, '{}');
insert into web_visitor values ('visitor', 1);
set session_replication_role = default;
