-- ACC-1: accounts are kept on every platform that the vocabulary names.
alter table account drop constraint account_platform_check;
alter table account add constraint account_platform_check
  check (platform in ('TIKTOK', 'YOUTUBE', 'FACEBOOK', 'INSTAGRAM', 'THREADS', 'X', 'ZALO_OA', 'OTHER'));

-- Which organisation runs which platform, when (PLT-1 to PLT-6). Of OTHER the listed host is named, of all others it is empty.
create table platform_run (
  id           uuid        primary key,
  version      bigint      not null,
  organisation uuid        not null references subject,
  platform     text        not null check (platform in
    ('TIKTOK', 'YOUTUBE', 'FACEBOOK', 'INSTAGRAM', 'THREADS', 'X', 'ZALO_OA', 'OTHER')),
  host         text        not null check (host ~ '^([a-z0-9-]+(\.[a-z0-9-]+)+)?$' and length(host) <= 100),
  starts_at    timestamptz not null,
  ends_at      timestamptz check (ends_at > starts_at),
  valid        tstzrange   generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  constraint platform_run_host check ((platform = 'OTHER') = (host <> '')),
  constraint platform_run_once_at_a_time unique (organisation, platform, host, valid without overlaps)
);
create index platform_run_organisation on platform_run (organisation, id);

create function platform_run_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if (new.id, new.organisation, new.platform, new.host, new.starts_at)
        is distinct from (old.id, old.organisation, old.platform, old.host, old.starts_at)
      or old.ends_at is not null and new.ends_at is distinct from old.ends_at then
    raise exception 'platform_run: what has been is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger platform_run_keep before update on platform_run for each row execute function platform_run_keep();

-- PLT-1: nobody but a registered platform runs one, however it is written.
create function platform_run_begin() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if not exists (select from subject s where s.id = new.organisation
      and s.organisation_type = 'PLATFORM' and s.status = 'REGISTERED') then
    raise exception 'platform_run: no registered platform' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger platform_run_begin before insert on platform_run for each row execute function platform_run_begin();

grant select, insert on platform_run to ${app};
grant update (version, ends_at) on platform_run to ${app};
