-- A draft counts its changes, ends at a time of its own, and remembers at which change it was ordered, so that each change
-- is ordered once. Those of earlier versions lived for a day.

alter table draft add column revision integer not null default 1;
alter table draft add column ends_ms bigint not null default 0;
alter table draft add column ordered integer not null default 0;
update draft set ends_ms = created_ms + 86400000;
create index draft_ends on draft (ends_ms);

-- Keys that are made here and never leave: that which buttons are signed with.

create table secret (
  name text primary key,
  value text not null
);
