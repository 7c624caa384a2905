-- People, pets and things that somebody has saved to be seen in films. Their photos are needed as long as they are here.

create table cast_member (
  account bigint not null references account (id),
  -- the name in small letters: one person has it once
  folded text not null,
  name text not null,
  -- in words, may be empty
  looks text not null,
  -- null: known by its looks alone
  photo text,
  photo_bytes bigint,
  -- whether a face that can speak is in the photo
  face smallint not null check (face between 0 and 1),
  -- empty: that of the film
  voice text not null,
  -- on whose word the photo is used: 0 nobody's face, 1 the own one, 2 with permission, 3 no real person
  consent smallint not null check (consent between 0 and 3),
  created_ms bigint not null,
  primary key (account, folded)
);
