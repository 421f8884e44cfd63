-- ALL-72: the lines of a snapshot about subjects, while it is loaded: filled, used and emptied in one transaction, so
-- nobody ever sees a row and nothing is lost with it. The role that runs the service may make no temporary tables.
create unlogged table told_subject (
  subject     uuid        primary key,
  status      text        not null,
  merged_into uuid        check (merged_into <> subject),
  told_at     timestamptz not null
);
grant select, insert, delete on told_subject to ${app};
