-- What the alliance keeps of its neighbours' journals: merges and erasures of subjects, and measures that touch its rights.
create table subject_merge (
  subject     uuid primary key,
  merged_into uuid not null,
  check (subject <> merged_into)
);
create index subject_merge_target on subject_merge (merged_into);

create table erased_subject (
  subject   uuid        primary key,
  erased_at timestamptz not null
);

-- The id that a subject goes by now. UNION ends a circle of merges, should one ever be told.
create function canonical_subject(asked uuid) returns uuid
  language sql stable set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  with recursive way (id, step) as (
    select asked, 0
    union
    select m.merged_into, w.step + 1 from subject_merge m join way w on m.subject = w.id where w.step < 100)
  select id from way order by step desc limit 1
$$;

-- The subject and everything that was merged into it, at whatever remove.
create function subjects_within(asked uuid) returns setof uuid
  language sql stable set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  with recursive family (id) as (
    select asked
    union
    select m.subject from subject_merge m join family f on m.merged_into = f.id)
  select id from family
$$;

create table followed_measure (
  id        uuid        primary key,
  subject   uuid        not null,
  kind      text        not null check (kind in ('CERTIFICATE_SUSPENSION', 'CERTIFICATE_WITHDRAWAL',
                                                 'MEMBERSHIP_SUSPENSION', 'MEMBERSHIP_EXCLUSION', 'UNKNOWN')),
  ground    text,
  starts_at timestamptz not null,
  ends_at   timestamptz,
  end_state text        check (end_state in ('LIFTED', 'ANNULLED')),
  ended_at  timestamptz,
  check (end_state is distinct from 'LIFTED' or ended_at is not null)
);
create index followed_measure_subject on followed_measure (subject);

create table followed_stay (
  measure   uuid        not null references followed_measure (id),
  starts_at timestamptz not null,
  ends_at   timestamptz
);
create index followed_stay_measure on followed_stay (measure);

grant select, insert, update, delete on subject_merge to ${app};
grant select, insert on erased_subject to ${app};
grant select, insert, update, delete on followed_measure, followed_stay to ${app};
