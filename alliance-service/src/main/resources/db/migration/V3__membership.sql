-- Memberships. What a membership began with never changes: the runtime role may update only the columns named below.
create table membership (
  id              uuid        primary key,
  version         bigint      not null,
  subject         uuid        not null,
  kind            text        not null check (kind in ('KOL', 'ORGANISATION')),
  code_of_conduct text        not null references code_of_conduct (version),
  applied_at      timestamptz not null,
  applied_by      text        not null,
  status          text        not null check (status in ('APPLIED', 'ADMITTED', 'REFUSED', 'WITHDRAWN', 'LEFT', 'EXCLUDED', 'ERASED')),
  decided_by      text,
  reasons         text        check (length(reasons) between 1 and 4000),
  admitted_at     timestamptz,
  departed_at     timestamptz,
  left_at         timestamptz,
  heard           text        check (heard in ('ACTIVE', 'SUSPENDED', 'LEFT', 'EXCLUDED')),
  next_look       timestamptz,
  member_for      tstzrange   generated always as (
                    case when admitted_at is not null and (left_at is null or admitted_at < left_at)
                      then tstzrange(admitted_at, left_at) end) stored,
  check (admitted_at is null or status not in ('APPLIED', 'REFUSED', 'WITHDRAWN')),
  check (admitted_at is not null or status in ('APPLIED', 'REFUSED', 'WITHDRAWN', 'ERASED')),
  check (left_at is not null or status not in ('LEFT', 'EXCLUDED')),
  check (left_at is null or admitted_at <= left_at),
  check (status not in ('ADMITTED', 'REFUSED') or decided_by is not null),
  constraint membership_no_two_at_once unique (subject, member_for without overlaps)
);
create unique index membership_one_open on membership (subject) where status in ('APPLIED', 'ADMITTED');
create index membership_subject on membership (subject);
create index membership_next_look on membership (next_look) where next_look is not null;

create table membership_suspension (
  membership uuid        not null references membership (id),
  measure    uuid        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz check (starts_at < ends_at),
  span       tstzrange   generated always as (tstzrange(starts_at, ends_at)) stored,
  constraint membership_suspension_once primary key (membership, measure, span without overlaps)
);

grant select, insert on membership to ${app};
grant update (version, status, decided_by, reasons, admitted_at, departed_at, left_at, heard, next_look) on membership to ${app};
grant select, insert, delete on membership_suspension to ${app};
