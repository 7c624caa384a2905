-- How many new visitors the web chat took in on a day: altogether (network '') and from each network, which is stored as a
-- keyed hash and deleted after the next day.

create table web_admission (
  day bigint not null,
  network text not null,
  visitors integer not null,
  primary key (day, network)
);
