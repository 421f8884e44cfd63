CREATE TABLE report (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    subject     uuid NOT NULL,
    ground      text REFERENCES ground,
    facts       text,                      -- null once erased
    evidence    jsonb NOT NULL,
    source      text NOT NULL CHECK (source IN ('AUTHORITY', 'TRUSTED_FLAGGER', 'OTHER_NOTIFICATION', 'OWN_INITIATIVE')),
    reported_by text NOT NULL,
    member      uuid,
    case_id     uuid,
    received_at timestamptz NOT NULL
);
CREATE INDEX report_reporter ON report (reported_by);
CREATE INDEX report_member ON report (member);
CREATE INDEX report_subject ON report (subject);
GRANT SELECT, INSERT, UPDATE (version, case_id) ON report TO ${app};

CREATE TABLE case_file (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    subject          uuid NOT NULL,
    title            text,
    status           text NOT NULL CHECK (status IN ('OPENED', 'NOTIFIED', 'RESPONDED', 'PROPOSED', 'RETURNED', 'DECIDED', 'DISMISSED',
                                                     'WITHDRAWN', 'APPEALED', 'RULED', 'CLOSED')),
    opened_at        timestamptz NOT NULL,
    window_closes_at timestamptz,
    interim_from     date,
    appeal_by        timestamptz,
    appeal           uuid,
    ended_at         timestamptz,
    end_reasons      text,
    changed_at       timestamptz NOT NULL,
    -- SAN-11: nothing is proposed or decided without a notice.
    CHECK (window_closes_at IS NOT NULL OR status IN ('OPENED', 'WITHDRAWN')),
    CHECK ((status IN ('DECIDED', 'APPEALED', 'RULED')) <= (appeal_by IS NOT NULL))
);
CREATE INDEX case_subject ON case_file (subject);
CREATE INDEX case_status ON case_file (status);
GRANT SELECT, INSERT, UPDATE (version, status, window_closes_at, interim_from, appeal_by, appeal, ended_at, end_reasons, changed_at) ON case_file TO ${app};
ALTER TABLE report ADD FOREIGN KEY (case_id) REFERENCES case_file;

-- A status follows only one that may precede it, whoever writes it.
CREATE FUNCTION case_status_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (CASE OLD.status
        WHEN 'OPENED'    THEN NEW.status IN ('OPENED', 'NOTIFIED', 'WITHDRAWN')
        WHEN 'NOTIFIED'  THEN NEW.status IN ('NOTIFIED', 'RESPONDED', 'PROPOSED', 'WITHDRAWN')
        WHEN 'RESPONDED' THEN NEW.status IN ('RESPONDED', 'NOTIFIED', 'PROPOSED', 'WITHDRAWN')
        WHEN 'PROPOSED'  THEN NEW.status IN ('PROPOSED', 'RETURNED', 'DECIDED', 'DISMISSED')
        WHEN 'RETURNED'  THEN NEW.status IN ('RETURNED', 'NOTIFIED', 'PROPOSED', 'WITHDRAWN')
        WHEN 'DECIDED'   THEN NEW.status IN ('DECIDED', 'APPEALED', 'CLOSED')
        WHEN 'APPEALED'  THEN NEW.status IN ('APPEALED', 'RULED')
        WHEN 'RULED'     THEN NEW.status IN ('RULED', 'CLOSED')
        ELSE NEW.status = OLD.status
    END) THEN
        RAISE EXCEPTION 'a case cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_status_follows BEFORE UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION case_status_follows();

-- Who took which part. Written once, never taken back: SAN-20 and SAN-31 rest on it.
CREATE TABLE case_part (
    id       uuid PRIMARY KEY,
    case_id  uuid NOT NULL REFERENCES case_file,
    person   text NOT NULL,
    part     text NOT NULL CHECK (part IN ('REPORTED', 'OPENED', 'NOTIFIED', 'RESPONDED', 'PROPOSED', 'DECIDED', 'IMPOSED_INTERIM',
                                           'INTERESTED', 'WITHDREW', 'APPEALED', 'EXCEPTED', 'LIFTED', 'ANNULLED', 'RULED', 'CLOSED')),
    reason   text,
    taken_at timestamptz NOT NULL,
    UNIQUE (case_id, person, part)
);
CREATE TABLE notice (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES case_file,
    allegations jsonb NOT NULL CHECK (jsonb_typeof(allegations) = 'array'),
    evidence    jsonb NOT NULL,
    notified_by text NOT NULL,
    notified_at timestamptz NOT NULL,
    respond_by  date NOT NULL
);
CREATE INDEX notice_case ON notice (case_id);
CREATE TABLE subject_response (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES case_file,
    text         text,
    final        boolean NOT NULL,
    statement    text,
    responded_by text NOT NULL,
    responded_at timestamptz NOT NULL
);
CREATE INDEX subject_response_case ON subject_response (case_id);
CREATE TABLE proposal (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES case_file,
    reasons     text,
    measures    jsonb NOT NULL CHECK (jsonb_typeof(measures) = 'array'),
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    UNIQUE (id, case_id, proposed_by)
);
CREATE INDEX proposal_case ON proposal (case_id);
CREATE TABLE decision (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL REFERENCES case_file,
    proposal    uuid NOT NULL UNIQUE,
    proposed_by text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('APPROVED', 'RETURNED', 'DISMISSED')),
    reasons     text,
    decided_by  text NOT NULL,
    decided_at  timestamptz NOT NULL,
    FOREIGN KEY (proposal, case_id, proposed_by) REFERENCES proposal (id, case_id, proposed_by),
    CONSTRAINT four_eyes CHECK (decided_by <> proposed_by)   -- SAN-21
);
CREATE INDEX decision_case ON decision (case_id);
CREATE UNIQUE INDEX decision_ends_once ON decision (case_id) WHERE outcome <> 'RETURNED';
GRANT SELECT, INSERT ON case_part, notice, subject_response, proposal, decision TO ${app};
