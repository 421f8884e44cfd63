-- SAN-160: names are looked for by the beginnings of their words, without marks and case; folded in the service, as the registry does. The form
-- is filled in by the migration after this one.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE subject_name ADD COLUMN folded text;

-- Every id under which somebody of such a name was ever given.
CREATE FUNCTION subjects_named(asked text) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE named (id) AS (
        SELECT subject FROM subject_name WHERE folded LIKE asked
        UNION
        SELECT merge.subject FROM named JOIN subject_merge merge ON merge.merged_into = named.id
    )
    SELECT id FROM named
$$;
GRANT EXECUTE ON FUNCTION subjects_named(text) TO ${app};

-- Lists by status, ground and number, each in the order of its ids.
CREATE INDEX report_waiting ON report (id) WHERE case_id IS NULL;
CREATE INDEX appeal_status_page ON appeal (status, id);
CREATE INDEX measure_ground_page ON measure (ground, id);
CREATE INDEX state_decision_status_page ON state_decision (status, id);
CREATE INDEX state_decision_number ON state_decision (number);
