-- Claims are numbered, so that one of which the program never heard writes nothing once another has been made; attempts count failures that a program saw; ends of programs within a step are counted apart.

-- how often the job was claimed
alter table job add column claim bigint not null default 0;
-- how often in a row a program ended while this step was running in it
alter table job add column ends int not null default 0;
-- 1 while the step runs with nothing beside it
alter table job add column alone smallint not null default 0;
-- so far an attempt was counted when it began
update job set attempt = attempt - 1 where status = 1 and attempt > 0;

create index job_stopping on job (owner) where status = 1 and cancelled = 1;
create index submission_operation on submission (provider, operation) where operation is not null;
