-- Times are epoch milliseconds, money micro-dollars, states small numbers with a check. One script for SQLite and PostgreSQL.

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
  -- 0 hold, 1 release, 2 charge
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
  -- 0 watching the job, 1 result to be shown, 2 shown, a short notice to follow, 3 done, 4 conversation gone, 5 unsure
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
