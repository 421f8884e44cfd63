CREATE TABLE state_decision (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    subject         uuid NOT NULL,
    authority       text NOT NULL CHECK (authority ~ '^[A-Z0-9][A-Z0-9_-]{1,39}$'),
    number          text NOT NULL,
    issued_on       date NOT NULL,
    ground          text NOT NULL REFERENCES ground,
    ground_title    text NOT NULL,
    provision       text NOT NULL,
    document_title  text,
    document_sha256 text NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
    measure_id      uuid NOT NULL UNIQUE REFERENCES measure DEFERRABLE INITIALLY DEFERRED,
    status          text NOT NULL CHECK (status IN ('RECORDED', 'LIFTED', 'ANNULLED')),
    recorded_by     text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    UNIQUE (authority, number)
);
CREATE INDEX state_decision_subject ON state_decision (subject);
GRANT SELECT, INSERT, UPDATE (version, status, changed_at) ON state_decision TO ${app};
ALTER TABLE measure ADD FOREIGN KEY (state_decision) REFERENCES state_decision DEFERRABLE INITIALLY DEFERRED;

-- What its authority did to a decision afterwards; each act is a document of its own.
CREATE TABLE state_decision_act (
    id             uuid PRIMARY KEY,
    state_decision uuid NOT NULL REFERENCES state_decision,
    kind           text NOT NULL CHECK (kind IN ('VARIED', 'STAYED', 'RESUMED', 'LIFTED', 'ANNULLED')),
    number         text NOT NULL,
    issued_on      date NOT NULL,
    reasons        text,
    acted_by       text NOT NULL,
    acted_at       timestamptz NOT NULL
);
CREATE INDEX state_decision_act_decision ON state_decision_act (state_decision);
GRANT SELECT, INSERT ON state_decision_act TO ${app};
