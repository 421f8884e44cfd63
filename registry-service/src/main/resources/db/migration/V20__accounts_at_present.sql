-- REG-93: whether a person, whoever of the merged subjects it is, has an account on a platform at an instant or later.
create function has_account_on(person uuid, wanted text, at timestamptz) returns boolean
  language sql stable parallel safe set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  with recursive same (id) as (
    select person
    union all
    select s.id from same join subject s on s.merged_into = same.id
  )
  select exists (
    select from same join account a on a.subject = same.id
    where a.platform = wanted and not a.erased and (a.ends_at is null or a.ends_at > at))
$$;
grant execute on function has_account_on(uuid, text, timestamptz) to ${app};
