-- What programs have learned of paid providers: what their rules forbid, how long work takes, what it was charged; and with
-- the events of jobs why somebody was chosen. Never words, photos or file names.

-- Not asked again for the same until then.
create table refusal (
  -- a hash of who refused what
  input text primary key,
  until_ms bigint not null
);
create index refusal_until on refusal (until_ms);

create table provider_work (
  -- ascends
  id bigint primary key,
  at_ms bigint not null,
  provider text not null,
  account text not null,
  model text not null,
  -- from the order to the result; null: not known
  millis bigint,
  -- micro-USD that it should cost
  estimate bigint not null,
  -- micro-USD that the provider says it charges; null: it does not say
  charged bigint
);
create index provider_work_at on provider_work (at_ms);

-- a word for the operator, such as why somebody was chosen
alter table job_event add column note text;
