-- Jobs that kept their place in a lane apart from those that stand in line, so that neither is looked for among the others.

drop index job_queue;
create index job_queue on job (lane, priority, fair_tag, id) where status = 0 and slot = 0;
create index job_kept on job (lane, priority, fair_tag, id) where status = 0 and slot = 1;
