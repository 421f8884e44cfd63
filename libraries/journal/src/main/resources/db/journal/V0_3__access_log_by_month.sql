-- The access log is kept for 24 months, in partitions of a month (UTC). What no partition is made for yet lies in the
-- default one, so that a read is written down whatever the clock says and however long the service stood still.

alter table access_log rename to access_log_before;
alter index access_log_pkey rename to access_log_before_pkey;
alter index access_log_subject rename to access_log_before_subject;

create table access_log (
  id         bigint      generated always as identity,
  read_at    timestamptz not null,
  actor      text        not null,
  request_id text,
  resource   text        not null check (length(resource) between 1 and 100),
  subject    uuid,       -- null: the log itself was read, about everybody
  primary key (read_at, id)
) partition by range (read_at);
create index access_log_subject on access_log (subject, read_at, id);
create index access_log_actor on access_log (actor, read_at, id);
create table access_log_other partition of access_log default;

-- Makes the partition of the month that begins at an instant, and moves there what lay in the default one.
create function access_log_month(begins timestamptz) returns void
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp set timezone = 'UTC'
as $$
declare
  ends timestamptz := begins + interval '1 month';
  name text := 'access_log_' || to_char(begins, 'YYYY_MM');
begin
  if to_regclass(name) is not null then
    return;
  end if;
  execute format('create table %I (like access_log including defaults including constraints)', name);
  execute format('with moved as (delete from access_log_other where read_at >= %L and read_at < %L returning *)
    insert into %I select * from moved', begins, ends, name);
  execute format('alter table access_log attach partition %I for values from (%L) to (%L)', name, begins, ends);
end
$$;

-- Makes the partitions of this month and the next two, and of every month of which reads lie in the default one; drops
-- those that ended 24 months ago. Run by the owner's right, since tables are made and dropped; it takes no argument, so
-- that nobody can have anything dropped early. A reader that is slow makes it give up: it is run again.
create function access_log_keep() returns void
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp set timezone = 'UTC'
  set lock_timeout = '5s'
as $$
declare
  month    timestamptz;
  part     text;
  kept     timestamptz := date_trunc('month', now() - interval '24 months');
begin
  perform pg_advisory_xact_lock(hashtextextended('access_log_keep', 0));
  perform from access_log_other limit 1;
  if found or to_regclass('access_log_' || to_char(now() + interval '2 months', 'YYYY_MM')) is null then
    -- Nobody may write while rows are moved.
    lock table access_log in share row exclusive mode;
    delete from access_log_other where read_at < kept;
    for month in
      select date_trunc('month', read_at) from access_log_other
      union select date_trunc('month', now()) + make_interval(months => ahead) from generate_series(0, 2) ahead
      order by 1
    loop
      perform access_log_month(month);
    end loop;
  end if;
  for part in
    select relname from pg_inherits join pg_class on oid = inhrelid
    where inhparent = 'access_log'::regclass and relname ~ '^access_log_\d{4}_\d{2}$'
      and relname < 'access_log_' || to_char(kept, 'YYYY_MM')
  loop
    execute format('drop table %I', part);
  end loop;
end
$$;
revoke all on function access_log_month(timestamptz), access_log_keep() from public;

insert into access_log (id, read_at, actor, request_id, resource, subject) overriding system value
  select id, read_at, actor, request_id, resource, subject from access_log_before;
select setval(pg_get_serial_sequence('access_log', 'id'), greatest(max(id), 1)) from access_log_before;
drop table access_log_before;
select access_log_keep();

grant select, insert on access_log to ${app};
grant execute on function access_log_keep() to ${app};
