-- Updates that could not be read or recorded, for the operator; the beginning of each, as it came.

create table quarantine (
  platform text not null,
  -- of what came
  digest text not null,
  received_ms bigint not null,
  reason text not null,
  bytes bigint not null,
  raw text not null,
  primary key (platform, digest)
);
create index quarantine_received on quarantine (received_ms);
