-- What the follower of the registry knows: which subject was merged into which. Subjects keep the id they were given; merges are resolved on read.
CREATE TABLE subject_merge (
    subject     uuid PRIMARY KEY,
    merged_into uuid NOT NULL CHECK (merged_into <> subject)
);
CREATE INDEX subject_merge_into ON subject_merge (merged_into);
GRANT SELECT, INSERT, UPDATE, DELETE ON subject_merge TO ${app};

-- The id under which a subject is known now.
CREATE FUNCTION canonical_subject(given uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up (id, steps) AS (
        SELECT given, 0
        UNION ALL
        SELECT merge.merged_into, up.steps + 1 FROM up JOIN subject_merge merge ON merge.subject = up.id WHERE up.steps < 64
    )
    SELECT id FROM up ORDER BY steps DESC LIMIT 1
$$;

-- Every id under which the same subject was ever given, its canonical one included.
CREATE FUNCTION same_subjects(given uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE down (id) AS (
        SELECT canonical_subject(given)
        UNION
        SELECT merge.subject FROM down JOIN subject_merge merge ON merge.merged_into = down.id
    )
    SELECT id FROM down
$$;
GRANT EXECUTE ON FUNCTION canonical_subject(uuid), same_subjects(uuid) TO ${app};

-- Subjects whose texts were erased here, so that a snapshot that tells it again does nothing.
CREATE TABLE erased_subject (
    subject   uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON erased_subject TO ${app};
