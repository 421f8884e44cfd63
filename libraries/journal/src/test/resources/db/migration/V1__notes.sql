create table note (
  id      uuid    primary key,
  text    text    not null check (text <> 'forbidden'),
  version integer not null
);
grant select, insert, update on note to ${app};
