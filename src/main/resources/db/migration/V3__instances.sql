-- The programs that share one database; a heartbeat of 0 means that the program is dead. Owners name who works on a row.

create table instance (
  id bigint primary key,
  started_ms bigint not null,
  heartbeat_ms bigint not null
);

alter table delivery add column owner text;
alter table inbound_event add column owner text;
