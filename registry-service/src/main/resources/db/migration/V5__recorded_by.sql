-- On whose behalf a subject was recorded: 'authority:' and its code, 'alliance' or 'registry'. Unknown for those that
-- were recorded before; only registrars add to them.
alter table subject add column recorded_by text check (length(recorded_by) between 1 and 100);
