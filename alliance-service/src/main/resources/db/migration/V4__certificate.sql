-- Certificates of Influencer Trust. The granted term never changes; only what measures and the registry make of it does.
create sequence certificate_number minvalue 1 maxvalue 99999999 no cycle;

create table certificate (
  id            uuid        primary key,
  version       bigint      not null,
  subject       uuid        not null,
  number        text        not null unique check (number ~ '^IT-[0-9]{8}[0-9A-Z]$'),
  from_day      date        not null,
  until_day     date        not null check (from_day < until_day),
  starts_at     timestamptz not null,
  term_ends_at  timestamptz not null,
  granted_at    timestamptz not null,
  granted_by    text        not null,
  transparency  integer     check (transparency between 0 and 100),
  ethics        integer     check (ethics between 0 and 100),
  engagement    integer     check (engagement between 0 and 100),
  brand_fit     integer     check (brand_fit between 0 and 100),
  compliance    integer     check (compliance between 0 and 100),
  total         numeric(5, 2) check (total between 0 and 100),
  grade         text,
  closed_at     timestamptz,
  erased_at     timestamptz,
  withdrawn_at  timestamptz,
  heard         text        not null check (heard in ('VALID', 'SUSPENDED', 'WITHDRAWN', 'ENDED')),
  next_look     timestamptz,
  term          tstzrange   generated always as (
                  case when closed_at is null or starts_at < closed_at
                    then tstzrange(starts_at, least(term_ends_at, closed_at)) end) stored,
  check (granted_at <= starts_at and starts_at < term_ends_at),
  check ((transparency is null) = (erased_at is not null)),
  check (num_nulls(transparency, ethics, engagement, brand_fit, compliance, total, grade) in (0, 7)),
  constraint certificate_no_two_at_once unique (subject, term without overlaps)
);
create index certificate_subject on certificate (subject);
create index certificate_next_look on certificate (next_look) where next_look is not null;

create table certificate_suspension (
  certificate uuid        not null references certificate (id),
  measure     uuid        not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz check (starts_at < ends_at),
  span        tstzrange   generated always as (tstzrange(starts_at, ends_at)) stored,
  constraint certificate_suspension_once primary key (certificate, measure, span without overlaps)
);

grant usage on sequence certificate_number to ${app};
grant select, insert on certificate to ${app};
grant update (version, transparency, ethics, engagement, brand_fit, compliance, total, grade,
              closed_at, erased_at, withdrawn_at, heard, next_look) on certificate to ${app};
grant select, insert, delete on certificate_suspension to ${app};
