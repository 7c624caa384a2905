-- The language that a person asked to be written to in; null: the one that the platform states.
alter table account add column language text;
