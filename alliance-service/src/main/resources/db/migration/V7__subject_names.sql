-- ALL-70: the names that the registry told to offices, of those that have one to be shown. Nobody but the staff is shown them.
create table subject_name (
  subject uuid primary key,
  name    text not null check (length(name) between 1 and 200),
  number  text
);
grant select, insert, update, delete on subject_name to ${app};
