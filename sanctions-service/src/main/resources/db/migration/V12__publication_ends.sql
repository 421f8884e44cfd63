-- SAN-100: how long a measure and its state decision are public, and whether it was told that they no longer are. What ended under the release
-- before has not been told so yet: the service tells it after its start, some at a time.
ALTER TABLE ground ADD COLUMN published_days integer NOT NULL DEFAULT 0 CHECK (published_days >= 0);   -- after the last day of a measure

DROP INDEX measure_to_announce;
ALTER TABLE measure
    DROP COLUMN end_announced,
    ADD COLUMN published_days  integer NOT NULL DEFAULT 0 CHECK (published_days >= 0),
    ADD COLUMN published_until timestamptz,
    ADD COLUMN unpublished     boolean NOT NULL DEFAULT false;
ALTER TABLE state_decision
    ADD COLUMN published_until timestamptz,
    ADD COLUMN unpublished     boolean NOT NULL DEFAULT false;

UPDATE measure SET published_until = least(ends_at, end_at);   -- the one that there is
UPDATE state_decision SET published_until = measure.published_until FROM measure WHERE measure.id = measure_id;

ALTER TABLE measure
    ADD CONSTRAINT publication_ends CHECK (published_until IS NOT NULL OR (end_state IS NULL AND ends_at IS NULL)),
    ADD CONSTRAINT unpublished_after_its_end CHECK (published_until IS NOT NULL OR NOT unpublished);
ALTER TABLE state_decision
    ADD CONSTRAINT unpublished_after_its_end CHECK (published_until IS NOT NULL OR NOT unpublished);
CREATE INDEX measure_to_unpublish ON measure (published_until) WHERE NOT unpublished;
CREATE INDEX state_decision_to_unpublish ON state_decision (published_until) WHERE NOT unpublished;
GRANT UPDATE (published_until, unpublished) ON measure TO ${app};
GRANT UPDATE (published_until, unpublished) ON state_decision TO ${app};
