-- Lanes with turns, limits and pauses; paid submissions; what is spent a day. One script for SQLite and PostgreSQL.

-- 0 quick, 1 normal, 2 bulk
alter table job add column priority smallint not null default 1;
alter table job add column fair_tag bigint not null default 0;
alter table job add column queued_ms bigint not null default 0;
-- 1 while it has a place in its lane
alter table job add column slot smallint not null default 0;
-- the open submission: 0 none, 1 intent, 2 accepted, 3 unknown
alter table job add column paying smallint not null default 0;
-- when the person got the money back although the work went on
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
  -- the tag of the job that began last: where newcomers join
  vtime bigint not null,
  -- millionths
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
create unique index submission_open on submission (job) where state < 3;
create index submission_job on submission (job);
create unique index submission_operation on submission (provider, operation) where operation is not null;
create index submission_unknown on submission (id) where state = 2;

-- the group whose allowance it came out of
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
