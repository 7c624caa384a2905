-- A result that its conversation did not take any more waits for the next message of its person; null when it does not wait.
alter table delivery add column waits_for bigint references account (id);
create index delivery_waits on delivery (waits_for, id) where waits_for is not null;
