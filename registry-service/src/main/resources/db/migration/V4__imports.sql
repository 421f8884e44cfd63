-- Which lines of a repeated import are done. Of a line only a keyed hash is kept; 7 days.
create table import_run (
  id         uuid        primary key,
  actor      text        not null,
  key        text        not null check (length(key) between 1 and 200),
  started_at timestamptz not null,
  unique (actor, key)
);

create table import_line (
  run     uuid    not null references import_run on delete cascade,
  line    bigint  not null check (line > 0),
  mark    bytea   not null check (length(mark) = 32),
  subject uuid    not null references subject deferrable initially deferred,
  primary key (run, line)
);
create index import_run_started_at on import_run (started_at);

grant select, insert, delete on import_run, import_line to ${app};
