CREATE TABLE appeal (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL,
    case_id    uuid NOT NULL UNIQUE REFERENCES case_file,   -- one appeal per decision
    subject    uuid NOT NULL,
    text       text,
    status     text NOT NULL CHECK (status IN ('LODGED', 'RULED', 'WITHDRAWN')),
    lodged_by  text NOT NULL,
    lodged_at  timestamptz NOT NULL,
    outcome    text CHECK (outcome IN ('UPHELD', 'VARIED', 'ANNULLED')),
    reasons    text,
    ended_by   text,
    ended_at   timestamptz,
    changed_at timestamptz NOT NULL,
    CHECK ((status = 'LODGED') = (ended_at IS NULL)),
    CHECK ((status = 'RULED') = (outcome IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE (version, status, outcome, reasons, ended_by, ended_at, changed_at) ON appeal TO ${app};

CREATE FUNCTION appeal_end_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'LODGED' AND NEW.status <> OLD.status THEN
        RAISE EXCEPTION 'an appeal cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appeal_end_stays BEFORE UPDATE ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_end_stays();

-- A member may vote again until the ruling; the last vote of each counts and the earlier ones stay on file.
CREATE TABLE appeal_vote (
    id        uuid PRIMARY KEY,
    appeal_id uuid NOT NULL REFERENCES appeal,
    person    text NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('UPHELD', 'VARIED', 'ANNULLED')),
    reasons   text,
    voted_at  timestamptz NOT NULL
);
CREATE INDEX appeal_vote_appeal ON appeal_vote (appeal_id);
GRANT SELECT, INSERT ON appeal_vote TO ${app};
ALTER TABLE measure_stay ADD FOREIGN KEY (appeal_id) REFERENCES appeal;
