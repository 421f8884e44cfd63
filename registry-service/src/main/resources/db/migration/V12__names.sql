-- REG-92: beside its folded form a name keeps how it is spelled (tone marks in one place) and how it reads without
-- blanks and signs. The next migration makes these forms of all names, which SQL cannot, and then the indexes again.
drop index subject_name_folded;
alter table subject_name
  add column spelled text,
  add column joined  text check (length(joined) <= 100);

-- REG-90: what a subject is today, after however many merges. The database forbids circles.
create function canonical_subject(uuid) returns uuid
  language sql stable parallel safe set search_path = ${flyway:defaultSchema}, pg_temp
as $$
  with recursive up (id, merged_into) as (
    select s.id, s.merged_into from subject s where s.id = $1
    union all
    select s.id, s.merged_into from up join subject s on s.id = up.merged_into
  )
  select up.id from up where up.merged_into is null
$$;
grant execute on function canonical_subject(uuid) to ${app};
