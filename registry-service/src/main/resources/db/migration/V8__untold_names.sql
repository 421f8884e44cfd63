-- REG-71: subjects that were entered before their names were told to offices. A step takes those that it tells of.
create table untold_name (
  subject uuid primary key references subject
);
insert into untold_name (subject)
  select id from subject
  where display_name is not null and not names_withheld and status not in ('MERGED', 'ERASED');

grant select, update, delete on untold_name to ${app};
