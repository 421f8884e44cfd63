-- ID-3: two subjects may be kept with one number, until a registrar finds out whether they are one person.
alter table personal_id drop constraint personal_id_mark_key;
create index personal_id_mark on personal_id (mark);
