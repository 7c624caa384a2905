-- What has happened to each job, for the operator: who did what when, how long it took and what it moved; never words, photos or
-- file names. Rows go with the age of their job, which its id tells.

create table job_event (
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

-- when the last event was, and when the job was claimed last
alter table job add column moved_ms bigint not null default 0;
alter table job add column claimed_ms bigint not null default 0;
