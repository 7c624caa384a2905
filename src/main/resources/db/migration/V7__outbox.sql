-- What is to be said about updates that are dealt with, until the platform has taken it.

create table answer (
  platform text not null,
  event text not null,
  part int not null,
  chat text not null,
  thread text not null,
  group_chat smallint not null,
  -- our message that says this from now on
  replaces text,
  message text not null,
  owner text,
  created_ms bigint not null,
  primary key (platform, event, part)
);
