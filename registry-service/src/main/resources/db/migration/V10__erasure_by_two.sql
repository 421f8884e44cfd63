-- An erasure takes two registrars and the answers of all who may have to keep something of the person (REG-80 to REG-84).
create table erasure_request (
  id              uuid        primary key,
  version         bigint      not null,
  subject         uuid        not null references subject,
  request_status  text        not null check (request_status in ('REQUESTED', 'APPROVED', 'REFUSED', 'TAKEN_BACK')),
  requested_by    text        not null,
  requested_at    timestamptz not null,
  request_reason  text        check (length(request_reason) between 1 and 500),  -- null once erased
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text        check (length(decision_reason) between 1 and 500),
  constraint erasure_request_decided check
    ((request_status = 'REQUESTED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint erasure_request_two_people check
    (case request_status when 'REQUESTED' then true when 'TAKEN_BACK' then decided_by = requested_by else decided_by <> requested_by end)
);
create unique index erasure_request_one_open on erasure_request (subject) where request_status = 'REQUESTED';
create index erasure_request_subject on erasure_request (subject);
create index erasure_request_status on erasure_request (request_status, id);

-- What each holder says; a code and a date, nothing more.
create table erasure_answer (
  id          uuid        primary key,
  version     bigint      not null,
  request     uuid        not null references erasure_request,
  holder      text        not null check (holder ~ '^[a-z][a-z0-9-]{0,39}$'),
  answer      text        check (answer in ('CLEAR', 'HELD')),
  code        text        check (code ~ '^[A-Z][A-Z_]{0,39}$'),
  held_until  date,
  position    bigint      check (position >= 0),
  answered_at timestamptz,
  unique (request, holder),
  constraint erasure_answer_whole check
    ((answer is null) = (position is null) and (answer is null) = (answered_at is null)
      and (coalesce(answer, 'CLEAR') = 'HELD') = (code is not null) and (code is null) = (held_until is null))
);

-- What no program may do, however it is written.
create function erasure_request_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if old.request_status <> 'REQUESTED'
      and (new.request_status, new.decided_by, new.decided_at) is distinct from (old.request_status, old.decided_by, old.decided_at) then
    raise exception 'erasure_request: what was decided stays decided' using errcode = 'integrity_constraint_violation';
  end if;
  if new.request_status = 'APPROVED' and old.request_status = 'REQUESTED'
      and exists (select from erasure_answer a where a.request = new.id and a.answer is distinct from 'CLEAR') then
    raise exception 'erasure_request: a holder has not cleared it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger erasure_request_keep before update on erasure_request for each row execute function erasure_request_keep();

create function erasure_answer_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if exists (select from erasure_request r where r.id = new.request and r.request_status <> 'REQUESTED') then
    raise exception 'erasure_answer: the request is over' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger erasure_answer_keep before insert or update on erasure_answer for each row execute function erasure_answer_keep();

-- While it is asked for, names are not displayed; the row itself says so, for it decides what is shown.
alter table subject add column erasure_request uuid references erasure_request deferrable initially deferred;
alter table subject add constraint subject_erasure_asked check (status not in ('MERGED', 'ERASED') or erasure_request is null);

create function subject_erased_by_two() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if not exists (select from erasure_request r where r.subject = new.id and r.request_status = 'APPROVED') then
    raise exception 'subject: nobody is erased without a request that another person approved' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger subject_erased_by_two after update on subject deferrable initially deferred
  for each row when (new.status = 'ERASED' and old.status not in ('MERGED', 'ERASED')) execute function subject_erased_by_two();

grant select, insert on erasure_request, erasure_answer to ${app};
grant update (version, request_status, request_reason, decided_by, decided_at, decision_reason) on erasure_request to ${app};
grant update (version, answer, code, held_until, position, answered_at) on erasure_answer to ${app};
