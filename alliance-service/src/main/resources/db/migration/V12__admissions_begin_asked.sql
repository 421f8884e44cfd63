-- ALL-80: a request begins as asked for, and nobody begins as a member, however it is written: what was inserted passed by the guards of updates.
create function admission_begin() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if new.request_status <> 'REQUESTED' then
    raise exception 'admission: a request begins as REQUESTED' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger admission_begin before insert on admission for each row execute function admission_begin();

create constraint trigger membership_inserted_by_two after insert on membership deferrable initially deferred
  for each row when (new.admitted_at is not null) execute function membership_admitted_by_two();
drop trigger membership_admitted_by_two on membership;
create constraint trigger membership_admitted_by_two after update on membership deferrable initially deferred
  for each row when (new.admitted_at is not null and old.admitted_at is null) execute function membership_admitted_by_two();

-- ALL-92: no request outlives its application. Those that did are closed by the service.
update admission a set request_status = 'REFUSED', decided_by = 'service:alliance-service', decided_at = now(), version = a.version + 1
  from membership m where m.id = a.membership and m.status <> 'APPLIED' and a.request_status = 'REQUESTED';
create function membership_leaves_no_request() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if exists (select from admission a where a.membership = new.id and a.request_status = 'REQUESTED') then
    raise exception 'membership: the request for its admission is still open' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger membership_leaves_no_request after update on membership deferrable initially deferred
  for each row when (old.status = 'APPLIED' and new.status <> 'APPLIED') execute function membership_leaves_no_request();
