-- Until when a public entry is public, if something ends that by itself. No part of the hash: it says who reads, not what is said.
alter table journal_entry add column public_until timestamptz;
alter table journal_entry add check (public_until is null or audience = 'PUBLIC');

-- For what a service is granted, as journal_entry_latest is for what is public.
create index journal_entry_latest_internal on journal_entry (aggregate, aggregate_id, position)
  where audience = 'INTERNAL';
