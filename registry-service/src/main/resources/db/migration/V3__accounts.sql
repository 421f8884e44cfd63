-- Whose account it was, when. An account belongs to one subject at a time, by handle and by the platform's own id;
-- the database itself keeps the intervals apart.
create table account (
  id             uuid        primary key,
  version        bigint      not null,
  subject        uuid        not null references subject,
  platform       text        not null check (platform in ('TIKTOK', 'YOUTUBE', 'FACEBOOK')),
  platform_id    text        check (length(platform_id) between 1 and 64),
  handle_key     text        check (length(handle_key) between 1 and 100 and handle_key is nfc normalized),
  display_handle text        check (length(display_handle) between 1 and 100),
  url            text        check (url like 'https://%' and length(url) <= 500),
  starts_at      timestamptz not null,
  ends_at        timestamptz check (ends_at > starts_at),
  erased         boolean     not null,
  valid          tstzrange   generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  constraint account_address check
    (case when erased then coalesce(platform_id, handle_key, display_handle, url) is null and ends_at is not null
       else coalesce(platform_id, handle_key) is not null and (handle_key is null) = (display_handle is null) end),
  constraint account_one_holder_of_handle unique (platform, handle_key, valid without overlaps),
  constraint account_one_holder_of_id unique (platform, platform_id, valid without overlaps)
);
create index account_subject on account (subject, id);
create index account_handle on account (platform, handle_key, starts_at);
create index account_platform_id on account (platform, platform_id, starts_at);

create function account_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if new.id <> old.id or new.subject <> old.subject or new.platform <> old.platform
      or new.starts_at <> old.starts_at or old.erased
      or old.ends_at is not null and new.ends_at is distinct from old.ends_at then
    raise exception 'account: what has been is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger account_keep before update on account for each row execute function account_keep();

grant select, insert, update on account to ${app};
