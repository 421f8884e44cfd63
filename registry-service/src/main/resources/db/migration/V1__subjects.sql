-- Who is who: KOLs and organisations in one id space, their names, and the provinces they are at home in.
-- Loaded by the next migration from the files in reference/.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create table province (
  id      text primary key check (id ~ '^2025:[0-9]{2}$'),
  name    text not null,
  name_en text not null,
  type    text not null
);

create table former_province (
  code      text primary key check (code ~ '^[0-9]{2}$'),
  name      text not null,
  successor text not null references province
);

-- A number is taken when it is issued and never comes back, not even after a rollback.
create sequence registration_number as bigint start with 10000001 no cycle;

create table subject (
  id                  uuid        primary key,
  version             bigint      not null,
  kind                text        not null check (kind in ('KOL', 'ORGANISATION')),
  status              text        not null check (status in
    ('RECORDED', 'SUBMITTED', 'VERIFIED', 'REGISTERED', 'INACTIVE', 'DEREGISTERED', 'MERGED', 'ERASED')),
  status_before_merge text        check (status_before_merge in
    ('RECORDED', 'SUBMITTED', 'VERIFIED', 'REGISTERED', 'INACTIVE', 'DEREGISTERED')),
  status_reason       text        check (length(status_reason) <= 500),
  merged_into         uuid        references subject check (merged_into <> id),
  registration_number text        unique check (registration_number ~ '^KOL-[0-9]{8,18}[0-9A-Z]$'),
  display_name        text        check (length(display_name) <= 200),
  names_withheld      boolean     not null,
  influence           text        check (influence in ('KOL', 'KOC')),
  category            text,
  organisation_type   text        check (organisation_type in ('BUSINESS', 'AGENCY', 'PRESS', 'PLATFORM', 'STATE_BODY')),
  tax_code            text        check (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  home_province       text        references province,
  birth_date          date,
  guardian_subject    uuid        references subject,
  guardian_name       text,
  guardian_relation   text,
  personal_id_end     text        check (personal_id_end ~ '^[0-9]{3}$'),
  verification_method text        check (verification_method in ('VNEID', 'IN_PERSON', 'DOCUMENT')),
  verification_level  integer     check (verification_level between 1 and 3),
  verified_at         timestamptz,
  registered_at       timestamptz,
  erased_at           timestamptz,
  created_at          timestamptz not null,
  constraint subject_merged check
    ((status = 'MERGED') = (merged_into is not null) and (status = 'MERGED') = (status_before_merge is not null)),
  constraint subject_numbered check
    (case when kind = 'KOL'
       then status not in ('REGISTERED', 'INACTIVE', 'DEREGISTERED') or registration_number is not null
       else registration_number is null end),
  constraint subject_of_its_kind check
    (case when kind = 'KOL' then organisation_type is null and tax_code is null
       else influence is null and category is null and birth_date is null end),
  constraint subject_known check
    (status in ('RECORDED', 'MERGED', 'ERASED') or
      (home_province is not null and display_name is not null
        and case when kind = 'KOL' then influence is not null and category is not null else organisation_type is not null end)),
  constraint subject_verified check
    (status not in ('VERIFIED', 'REGISTERED', 'INACTIVE', 'DEREGISTERED') or verified_at is not null),
  constraint subject_one_guardian check (guardian_subject is null or guardian_name is null),
  constraint subject_tombstone check
    ((status = 'ERASED') = (erased_at is not null) and
      (status <> 'ERASED' or coalesce(display_name, influence, category, organisation_type, tax_code, home_province,
        birth_date::text, guardian_subject::text, guardian_name, guardian_relation, personal_id_end,
        verification_method) is null and status_reason is not null))
);
create index subject_by_kind on subject (kind, status, id);
create index subject_merged_into on subject (merged_into) where merged_into is not null;
create unique index subject_tax_code on subject (tax_code)
  where tax_code is not null and status in ('SUBMITTED', 'VERIFIED', 'REGISTERED', 'INACTIVE');

-- What no program may do, however it is written.
create function subject_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if new.id <> old.id or new.kind <> old.kind then
    raise exception 'subject: id and kind never change' using errcode = 'integrity_constraint_violation';
  end if;
  if old.registration_number is not null and new.registration_number is distinct from old.registration_number then
    raise exception 'subject: a registration number never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if old.status = 'ERASED' then
    raise exception 'subject: a tombstone never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger subject_keep before update on subject for each row execute function subject_keep();

-- Merges never lead in a circle. The rows on the way are locked, so that two merges at once cannot close one together.
create function subject_merge_ends() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
  next_id uuid := new.merged_into;
begin
  while next_id is not null loop
    if next_id = new.id then
      raise exception 'subject: merges lead in a circle' using errcode = 'integrity_constraint_violation';
    end if;
    select s.merged_into into next_id from subject s where s.id = next_id for update;
  end loop;
  return new;
end
$$;
create trigger subject_merge_ends before insert or update of merged_into on subject
  for each row when (new.merged_into is not null) execute function subject_merge_ends();

create table subject_name (
  subject uuid    not null references subject,
  place   integer not null check (place between 0 and 9),
  type    text    not null check (type in ('STAGE', 'LEGAL', 'FORMER', 'NICKNAME')),
  value   text    not null check (length(value) between 1 and 200 and value is nfc normalized),
  folded  text    not null,
  primary key (subject, place)
);
-- Candidates for a name, marks and case aside.
create index subject_name_folded on subject_name using gin (folded gin_trgm_ops);

create function subject_erased_nameless() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if exists (select from subject_name n where n.subject = new.id) then
    raise exception 'subject: a tombstone has no names' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger subject_erased_nameless after update on subject deferrable initially deferred
  for each row when (new.status = 'ERASED') execute function subject_erased_nameless();

-- The sealed number of a person: encrypted, and a keyed mark that tells only whether two are equal.
create table personal_id (
  subject uuid  primary key references subject,
  sealed  bytea not null,
  mark    bytea not null unique check (length(mark) = 32)
);

grant select on province, former_province to ${app};
grant usage on sequence registration_number to ${app};
grant select, insert, update on subject to ${app};
grant select, insert, update, delete on subject_name, personal_id to ${app};
