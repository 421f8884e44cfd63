-- ALL-80: an admission is asked for by one admin and approved by another. What was asked, by whom and what became of it stays.
create table admission (
  id              uuid        primary key,
  version         bigint      not null,
  membership      uuid        not null references membership (id),
  request_status  text        not null check (request_status in ('REQUESTED', 'APPROVED', 'REFUSED', 'TAKEN_BACK')),
  requested_by    text        not null,
  requested_at    timestamptz not null,
  request_reason  text        check (length(request_reason) between 1 and 4000),
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text        check (length(decision_reason) between 1 and 4000),
  constraint admission_decided check
    ((request_status = 'REQUESTED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint admission_two_people check
    (case request_status when 'REQUESTED' then true when 'TAKEN_BACK' then decided_by = requested_by else decided_by <> requested_by end)
);
create unique index admission_one_open on admission (membership) where request_status = 'REQUESTED';
create index admission_membership on admission (membership, id);
grant select, insert on admission to ${app};
grant update (version, request_status, request_reason, decided_by, decided_at, decision_reason) on admission to ${app};

create function admission_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if old.request_status <> 'REQUESTED'
      and (new.request_status, new.decided_by, new.decided_at) is distinct from (old.request_status, old.decided_by, old.decided_at) then
    raise exception 'admission: what was decided stays decided' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger admission_keep before update on admission for each row execute function admission_keep();

-- Nobody becomes a member by one person, however it is written.
create function membership_admitted_by_two() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if not exists (select from admission a
      where a.membership = new.id and a.request_status = 'APPROVED' and a.decided_by = new.decided_by and a.decided_by <> new.applied_by) then
    raise exception 'membership: nobody is admitted without a request that another person approved' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger membership_admitted_by_two after update on membership deferrable initially deferred
  for each row when (new.status = 'ADMITTED' and old.status = 'APPLIED') execute function membership_admitted_by_two();

-- DOOR-21: requests for erasures that wait for this service's answer; a row stays until the registry says that its request is over.
create table erasure_request (
  id             uuid        primary key,
  subject        uuid        not null,
  due_at         timestamptz not null,
  answer         text        check (answer in ('CLEAR', 'HELD')),
  intended_until timestamptz
);
create index erasure_request_due on erasure_request (due_at);
create index erasure_request_subject on erasure_request (subject);
grant select, insert, update, delete on erasure_request to ${app};
