-- Whom the registry's journal has closed: nothing new is given to them, whatever the registry answered before. A row
-- goes when the registry tells of a living status again; erasure is for good.
create table closed_subject (
  subject   uuid        primary key,
  status    text        not null check (length(status) <= 100),
  closed_at timestamptz not null,
  due       boolean     not null
);
-- Told by a snapshot; the rights are still to be ended, one subject at a time.
create index closed_subject_due on closed_subject (closed_at, subject) where due;

insert into closed_subject (subject, status, closed_at, due)
select subject, 'ERASED', erased_at, false from erased_subject;

grant select, insert, update, delete on closed_subject to ${app};

-- Who accepts a code of conduct for another states the other's own acceptance: a document and the day of it.
alter table membership
  add acceptance_title  text check (length(acceptance_title) between 1 and 300),
  add acceptance_sha256 text check (acceptance_sha256 ~ '^[0-9a-f]{64}$'),
  add accepted_on       date,
  add check (num_nulls(acceptance_title, acceptance_sha256, accepted_on) in (0, 3));
grant update (acceptance_title, acceptance_sha256, accepted_on) on membership to ${app};
