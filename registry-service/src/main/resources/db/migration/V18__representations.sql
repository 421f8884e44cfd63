-- REP-1: who speaks for whom, for what, from when to when.
create table representation (
  id             uuid        primary key,
  version        bigint      not null,
  represented    uuid        not null references subject,
  representative uuid        not null references subject check (representative <> represented),
  kind           text        not null check (kind in ('GUARDIAN', 'AGENCY', 'MANAGER', 'COUNSEL')),
  purposes       text        not null check (purposes ~ '^(READ|RESPOND|APPEAL|APPLY|MANAGE_ACCOUNTS)(,(READ|RESPOND|APPEAL|APPLY|MANAGE_ACCOUNTS)){0,4}$'),
  case_word      text        not null check (case_word ~ '^[A-Za-z0-9_-]{0,64}$'),
  power_number   text        check (length(power_number) between 1 and 100),
  power_date     date,
  starts_at      timestamptz not null,
  ends_at        timestamptz check (ends_at >= starts_at),
  end_reason     text        check (length(end_reason) between 1 and 500),
  confirmed_by   text        check (confirmed_by in ('REPRESENTED', 'REGISTRAR')),
  confirmed_at   timestamptz,
  entered_at     timestamptz not null,
  erased         boolean     not null,
  valid          tstzrange   generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  constraint representation_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
  constraint representation_guardian_confirmed check (kind <> 'GUARDIAN' or confirmed_by is distinct from 'REPRESENTED'),
  constraint representation_of_one_case check (erased or (kind = 'COUNSEL') = (case_word <> '')),
  constraint representation_power check
    (case when erased then power_number is null and power_date is null and case_word = '' and end_reason is null and ends_at is not null
       else (power_number is null) = (power_date is null) and (kind = 'GUARDIAN' or power_number is not null) end),
  -- Not "without overlaps": a record that is ended before it began has an empty interval.
  constraint representation_once exclude using gist
    (represented with =, representative with =, kind with =, case_word with =, valid with &&) where (not erased)
);
create index representation_represented on representation (represented, id);
create index representation_representative on representation (representative, id);

create function representation_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if old.erased or new.id <> old.id or new.represented <> old.represented or new.representative <> old.representative
      or new.kind <> old.kind or new.purposes <> old.purposes or new.starts_at <> old.starts_at
      or new.entered_at <> old.entered_at
      or not new.erased and (new.case_word <> old.case_word or new.power_number is distinct from old.power_number
        or new.power_date is distinct from old.power_date)
      or old.confirmed_at is not null and (new.confirmed_at is distinct from old.confirmed_at or new.confirmed_by is distinct from old.confirmed_by)
      or old.ends_at is not null and (new.ends_at is null or new.ends_at > old.ends_at) then
    raise exception 'representation: what was entered is confirmed once, ends earlier, and is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger representation_keep before update on representation for each row execute function representation_keep();

grant select, insert, update on representation to ${app};
