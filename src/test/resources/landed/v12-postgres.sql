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
alter table job add column claim bigint not null default 0;
alter table job add column ends int not null default 0;
alter table job add column alone smallint not null default 0;
update job set attempt = attempt - 1 where status = 1 and attempt > 0;
create index job_stopping on job (owner) where status = 1 and cancelled = 1;
create index submission_operation on submission (provider, operation) where operation is not null;
alter table account add column day_until_ms bigint;
alter table account add column zone_ms bigint;
create index platform_file_content on platform_file (content);
create table answer (
  platform text not null,
  event text not null,
  part int not null,
  chat text not null,
  thread text not null,
  group_chat smallint not null,
  replaces text,
  message text not null,
  owner text,
  created_ms bigint not null,
  primary key (platform, event, part)
);
create table quarantine (
  platform text not null,
  digest text not null,
  received_ms bigint not null,
  reason text not null,
  bytes bigint not null,
  raw text not null,
  primary key (platform, digest)
);
create index quarantine_received on quarantine (received_ms);
create table web_admission (
  day bigint not null,
  network text not null,
  visitors integer not null,
  primary key (day, network)
);
create table job_event (
  job bigint not null,
  id bigint not null,
  at_ms bigint not null,
  actor text not null,
  action smallint not null check (action between 0 and 15),
  status_before smallint check (status_before between 0 and 5),
  status smallint not null check (status between 0 and 5),
  stage text not null,
  lane text not null,
  attempt int not null,
  elapsed_ms bigint not null,
  worked_ms bigint not null,
  micro_usd bigint not null,
  request text,
  operation text,
  primary key (job, id)
);
alter table job add column moved_ms bigint not null default 0;
alter table job add column claimed_ms bigint not null default 0;
alter table draft add column revision integer not null default 1;
alter table draft add column ends_ms bigint not null default 0;
alter table draft add column ordered integer not null default 0;
update draft set ends_ms = created_ms + 86400000;
create index draft_ends on draft (ends_ms);
create table secret (
  name text primary key,
  value text not null
);
alter table delivery add column waits_for bigint references account (id);
create index delivery_waits on delivery (waits_for, id) where waits_for is not null;
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
insert into account values (5, 1, 'Europe/Berlin', 'America/New_York', 1781560800000, null, null);
insert into answer values ('telegram', '8', 0, '17', '', 0, null, '{}', 'dead', 1);
insert into artifact values ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 1, 1);
insert into artifact values ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 10, 1, 1);
insert into delivery values (400, 100, 'telegram', '17', '', 0, 'message 1', '1', 'en', '2', 0, null, 1, 'dead', null);
insert into delivery values (410, 110, 'telegram', '17', '', 0, 'message 3', '3', 'en', '4', 0, null, 1, 'dead', null);
insert into delivery values (411, 111, 'telegram', '17', '', 0, 'message 5', '5', 'en', '6', 0, null, 1, 'dead', null);
insert into delivery values (412, 112, 'telegram', '18', '', 0, 'message 7', '7', 'en', '8', 4, null, 1, null, 5);
insert into draft values ('DRAFT1', 5, 'telegram 17 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000, 1, 1781610400000, 0);
insert into draft values ('DRAFT2', 5, 'telegram 18 ', 'photo', '{"photo":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}', 1781524000000, 3, 1784116000000, 2);
insert into fair values (5, 'light', 1);
insert into flyway_schema_history values (1, '1', 'first light', 'SQL', 'V1__first_light.sql', 758535424, 'postgres', '2026-11-30 22:31:01.588696', 93, true);
insert into flyway_schema_history values (2, '2', 'promises', 'SQL', 'V2__promises.sql', -271388193, 'postgres', '2026-11-30 22:31:01.836053', 79, true);
insert into flyway_schema_history values (3, '3', 'instances', 'SQL', 'V3__instances.sql', 1726733018, 'postgres', '2026-11-30 22:31:02.098068', 12, true);
insert into flyway_schema_history values (4, '4', 'kept places', 'SQL', 'V4__kept_places.sql', 2063666743, 'postgres', '2026-11-30 22:31:02.355687', 19, true);
insert into flyway_schema_history values (5, '5', 'engine', 'SQL', 'V5__engine.sql', 966459703, 'postgres', '2026-11-30 22:31:02.671355', 21, true);
insert into flyway_schema_history values (6, '6', 'storage', 'SQL', 'V6__storage.sql', -559176484, 'postgres', '2026-11-30 22:31:02.968984', 21, true);
insert into flyway_schema_history values (7, '7', 'outbox', 'SQL', 'V7__outbox.sql', 1790282907, 'postgres', '2026-11-30 22:31:03.17587', 42, true);
insert into flyway_schema_history values (8, '8', 'quarantine', 'SQL', 'V8__quarantine.sql', 607072087, 'postgres', '2026-11-30 22:31:03.45986', 46, true);
insert into flyway_schema_history values (9, '9', 'web', 'SQL', 'V9__web.sql', -227876167, 'postgres', '2026-11-30 22:31:03.854241', 70, true);
insert into flyway_schema_history values (10, '10', 'job events', 'SQL', 'V10__job_events.sql', -957951295, 'postgres', '2026-11-30 22:31:04.296612', 19, true);
insert into flyway_schema_history values (11, '11', 'drafts and buttons', 'SQL', 'V11__drafts_and_buttons.sql', -985151444, 'postgres', '2026-11-30 22:31:04.442985', 30, true);
insert into flyway_schema_history values (12, '12', 'waiting results', 'SQL', 'V12__waiting_results.sql', -99500323, 'postgres', '2026-11-30 22:31:04.612357', 22, true);
insert into identity values ('telegram', '17', 5, 'en');
insert into inbound_event values ('telegram', '9', 1, 'an order', null, 'dead');
insert into job values (100, 'ABCDEF', 5, 100, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f1', 2, 'waiting', 'speech', 'light', 1, 0, null, 1, 0, 0, null, null, 300000, 0, 1, null, 1, 0, 0, 0, 0, null, 0, 0, 0, 0, 0);
insert into job values (110, 'HJKMNP', 5, 110, null, null, 'talk', '{"photo":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', 'f4', 0, '', '', 'light', 1, 0, null, 0, 0, 0, null, null, 100000, 0, 1, null, 1, 0, 0, 0, 0, null, 0, 0, 0, 0, 0);
insert into job values (111, 'QRSTVW', 5, 111, null, null, 'talk', '{}', 'f5', 2, 'asking', 'rendering', 'light', 1, 0, null, 0, 0, 0, null, null, 100000, 0, 1, null, 1, 0, 0, 0, 3, null, 3, 1, 0, 0, 0);
insert into job values (101, 'EFGHJK', 5, 100, 100, 'speech', 'speech', '{}', 'f2', 1, 'rendering', 'x', 'paid', 1, 0, 'dead', 0, 0, 0, null, null, 0, 0, 1, null, 1, 0, 0, 1, 2, null, 0, 0, 0, 1, 1);
insert into job values (112, 'WXYZ23', 5, 112, null, null, 'talk', '{}', 'f6', 3, '', 'rendering', 'light', 1, 0, null, 0, 0, 0, '{"artifacts":[]}', null, 0, 0, 1781524000000, 1781524000000, 1, 0, 0, 0, 0, null, 4, 0, 0, 0, 0);
insert into job_event values (101, 500, 1, 'account 5', 0, null, 0, '', 'light', 0, 0, 0, 0, null, null);
insert into job_event values (101, 501, 1, 'instance dead', 7, 1, 1, 'x', 'paid', 1, 0, 0, 0, 'photoplay-200', 'operation');
insert into lane values ('light', 0, 0, 0, 0);
insert into ledger values (300, 5, 100, 0, 300000, '2026-06-15', '2026-06-15', 1, null);
insert into ledger values (310, 5, 110, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
insert into ledger values (311, 5, 111, 0, 100000, '2026-06-15', '2026-06-15', 1, null);
insert into platform_file values ('telegram', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'file', 1);
insert into quarantine values ('telegram', 'digest', 1, 'odd', 3, '{}');
insert into reuse values ('f3', 5, 99, '{"artifacts":[]}', 1);
insert into secret values ('buttons', 'a2V5');
insert into setting values (5, 'style', 'calm');
insert into spending values ('person 5', '2026-06-15', 500000);
insert into spending values ('all', '2026-06-15', 500000);
insert into submission values (200, 101, 'paid', 0, 'hash', 1, 'operation', 100000, null, 1, 1, 2, null);
insert into submission values (210, 111, 'paid', 2, 'hash', 2, null, 100000, null, 1, 1, 2, null);
insert into web_admission values (20000, '', 1);
insert into web_message values ('visitor', 'm1', 1, 1, 1, 1, 0, '{}');
insert into web_visitor values ('visitor', 1);
set session_replication_role = default;
