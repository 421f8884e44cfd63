-- REG-80: a request begins as asked for, however it is written: what was inserted as approved would have passed by the guard of updates.
create function erasure_request_begin() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if new.request_status <> 'REQUESTED' then
    raise exception 'erasure_request: a request begins as REQUESTED' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger erasure_request_begin before insert on erasure_request for each row execute function erasure_request_begin();

-- Nor does anybody begin as erased.
create constraint trigger subject_inserted_erased_by_two after insert on subject deferrable initially deferred
  for each row when (new.status = 'ERASED') execute function subject_erased_by_two();
