create table setting (
  account bigint not null,
  name text not null,
  value text not null,
  primary key (account, name)
);
