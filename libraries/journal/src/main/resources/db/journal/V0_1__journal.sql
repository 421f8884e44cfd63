-- The journal, the positions of followers, retry keys and the access log.
-- Placeholders: app = the runtime role, eraser = the role that may erase. Run by the owner.

create table journal_entry (
  position           bigint      primary key check (position > 0),
  recorded_at        timestamptz not null,
  type               text        not null check (length(type) between 1 and 100),
  subject            uuid        not null,
  aggregate          text        not null check (length(aggregate) between 1 and 100),
  aggregate_id       uuid        not null,
  version            bigint      not null check (version >= 0),
  audience           text        not null check (audience in ('PUBLIC', 'PARTY', 'INTERNAL')),
  parties            uuid[]      not null,
  schema             integer     not null check (schema > 0),
  actor              text        not null,
  request_id         text,
  payload            bytea,      -- the JSON text in UTF-8 that was hashed; null once erased
  salt               bytea       check (length(salt) = 32),
  trail_salt         bytea       not null check (length(trail_salt) = 32),
  payload_commitment bytea       not null check (length(payload_commitment) = 32),
  trail_commitment   bytea       not null check (length(trail_commitment) = 32),
  previous           bytea       not null check (length(previous) = 32),
  hash               bytea       not null check (length(hash) = 32),
  check ((payload is null) = (salt is null)),
  check ((audience = 'PARTY') = (cardinality(parties) > 0))
);
create index journal_entry_subject on journal_entry (subject) where payload is not null;
create index journal_entry_latest on journal_entry (aggregate, aggregate_id, position)
  where audience = 'PUBLIC';

-- One row: the last entry. All writers queue for its lock, which makes position order commit order.
create table journal_head (
  only_row    boolean     primary key default true check (only_row),
  position    bigint      not null check (position >= 0),
  hash        bytea       not null check (length(hash) = 32),
  recorded_at timestamptz not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into journal_head (position, hash, recorded_at)
  values (0, decode(repeat('00', 32), 'hex'), 'epoch');

create function journal_lock_head() returns journal_head
  language sql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  select * from journal_head for update
$$;

-- Every insert must continue the chain, and is the only thing that moves the head.
create function journal_entry_continue() returns trigger
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
  first_position bigint;
  last_position  bigint;
  entries        bigint;
begin
  select min(position), max(position), count(*) into first_position, last_position, entries from added;
  if entries = 0 then
    return null;
  end if;
  if entries <> last_position - first_position + 1 or exists (
      select from (
        select previous, recorded_at, lag(hash) over w as before, lag(recorded_at) over w as earlier
        from added window w as (order by position)) as link
      where before is not null and (previous <> before or recorded_at < earlier)) then
    raise exception 'journal: the entries do not form a chain' using errcode = 'integrity_constraint_violation';
  end if;
  update journal_head
    set position = newest.position, hash = newest.hash, recorded_at = newest.recorded_at
    from added as oldest, added as newest
    where oldest.position = first_position and newest.position = last_position
      and journal_head.position = first_position - 1 and journal_head.hash = oldest.previous
      and journal_head.recorded_at <= oldest.recorded_at;
  if not found then
    raise exception 'journal: the entries do not continue at the head' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create trigger journal_entry_continue after insert on journal_entry
  referencing new table as added for each statement execute function journal_entry_continue();

-- Nothing is changed or removed, not even by the owner in passing; erasing content is the exception.
create function journal_entry_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
  unerased journal_entry;
begin
  if tg_op = 'UPDATE' then
    unerased := new;
    unerased.payload := old.payload;
    unerased.salt := old.salt;
    if new.payload is null and new.salt is null and unerased is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'journal: entries are never changed or removed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger journal_entry_keep_row before update on journal_entry
  for each row execute function journal_entry_keep();
create trigger journal_entry_keep_all before delete or truncate on journal_entry
  for each statement execute function journal_entry_keep();

create function journal_erase(erased uuid) returns integer
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
declare
  entries integer;
begin
  update journal_entry set payload = null, salt = null where subject = erased and payload is not null;
  get diagnostics entries = row_count;
  return entries;
end
$$;

create table journal_follower (
  name     text        primary key,
  position bigint      not null check (position >= 0),
  hash     bytea       not null check (length(hash) = 32),
  moved_at timestamptz not null default now()
) with (fillfactor = 50);

create table journal_retry_key (
  actor   text        not null,
  route   text        not null,
  key     text        not null check (length(key) between 1 and 200),
  mac     bytea       not null check (length(mac) = 32),
  outcome uuid        not null,
  kept_at timestamptz not null,
  primary key (actor, route, key)
);
create index journal_retry_key_kept_at on journal_retry_key (kept_at);

create table access_log (
  id         bigint      generated always as identity primary key,
  read_at    timestamptz not null,
  actor      text        not null,
  request_id text,
  resource   text        not null check (length(resource) between 1 and 100),
  subject    uuid        not null
);
create index access_log_subject on access_log (subject, read_at);

revoke all on function journal_lock_head(), journal_erase(uuid) from public;
grant select, insert on journal_entry to ${app};
grant select on journal_head to ${app};
grant execute on function journal_lock_head() to ${app};
grant execute on function journal_erase(uuid) to ${eraser};
grant select, insert, update on journal_follower to ${app};
grant select, insert, update, delete on journal_retry_key to ${app};
grant select, insert on access_log to ${app};
