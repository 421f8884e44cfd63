-- A subject and everything that was merged into it, but not what it was merged into: what goes when it is erased.
CREATE FUNCTION within_subject(given uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE down (id) AS (
        SELECT given
        UNION
        SELECT merge.subject FROM down JOIN subject_merge merge ON merge.merged_into = down.id
    )
    SELECT id FROM down
$$;
GRANT EXECUTE ON FUNCTION within_subject(uuid) TO ${app};

-- What has lost its texts and has not been told yet: a person may have more reports than the journal takes entries in one transaction.
CREATE TABLE erasure_remains (
    subject   uuid NOT NULL,
    place     integer NOT NULL,             -- what others watch comes first
    aggregate text NOT NULL,
    id        uuid NOT NULL,
    PRIMARY KEY (subject, place, id)
);
GRANT SELECT, INSERT, DELETE ON erasure_remains TO ${app};
