CREATE TABLE measure (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    subject          uuid NOT NULL,
    case_id          uuid REFERENCES case_file,
    state_decision   uuid,
    class            text NOT NULL CHECK (class IN ('STATE_DECISION', 'ALLIANCE_MEASURE')),
    kind             text NOT NULL CHECK (kind IN ('REMINDER', 'WARNING', 'ENGAGEMENT_LIMIT', 'CERTIFICATE_SUSPENSION', 'CERTIFICATE_WITHDRAWAL',
                                                   'MEMBERSHIP_SUSPENSION', 'MEMBERSHIP_EXCLUSION')),
    interim          boolean NOT NULL,
    scope            jsonb NOT NULL,
    ground           text NOT NULL REFERENCES ground,
    ground_title     text NOT NULL,
    ground_provision text NOT NULL,
    authority        text,
    from_day         date NOT NULL,
    until_day        date,
    review_on        date,
    starts_at        timestamptz NOT NULL,
    ends_at          timestamptz,
    conditions       jsonb NOT NULL,
    statement        text,
    end_state        text CHECK (end_state IN ('LIFTED', 'ANNULLED')),
    end_at           timestamptz,
    end_cause        text CHECK (end_cause IN ('WRONG_PERSON', 'NO_COMPETENCE', 'WRONG_PROCEDURE', 'WRONG_ACT', 'FALSIFIED_FILE')),
    end_reasons      text,
    end_announced    boolean NOT NULL DEFAULT false,
    imposed_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    CONSTRAINT ends_or_is_reviewed CHECK (until_day IS NOT NULL OR review_on IS NOT NULL),             -- SAN-41
    CONSTRAINT days_in_order CHECK (until_day >= from_day AND review_on >= from_day),
    CONSTRAINT instants_in_order CHECK (ends_at > starts_at),
    CONSTRAINT end_has_a_day CHECK ((until_day IS NULL) = (ends_at IS NULL)),
    CONSTRAINT one_origin CHECK (CASE class
        WHEN 'STATE_DECISION' THEN state_decision IS NOT NULL AND case_id IS NULL AND authority IS NOT NULL
        ELSE state_decision IS NULL AND case_id IS NOT NULL AND authority IS NULL END),
    CONSTRAINT interim_lapses CHECK (NOT interim OR (until_day IS NOT NULL AND class = 'ALLIANCE_MEASURE')),
    CONSTRAINT only_limits_have_scope CHECK (kind = 'ENGAGEMENT_LIMIT' OR NOT jsonb_path_exists(scope, '$.*[*]')),  -- SAN-40
    CONSTRAINT end_complete CHECK ((end_state IS NULL) = (end_at IS NULL) AND (end_state = 'ANNULLED') IS NOT DISTINCT FROM (CASE WHEN end_state IS NOT NULL THEN end_cause IS NOT NULL END))
);
CREATE INDEX measure_subject ON measure (subject);
CREATE INDEX measure_case ON measure (case_id);
CREATE INDEX measure_to_announce ON measure (ends_at) WHERE NOT end_announced AND end_state IS NULL;
GRANT SELECT, INSERT, UPDATE (version, scope, until_day, review_on, ends_at, conditions, statement, end_state, end_at, end_cause, end_reasons,
                              end_announced, changed_at) ON measure TO ${app};

-- LIFTED may turn out to have been ANNULLED; ANNULLED is for ever.
CREATE FUNCTION measure_end_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.end_state IS NOT NULL AND NEW.end_state IS DISTINCT FROM OLD.end_state
       AND NOT (OLD.end_state = 'LIFTED' AND NEW.end_state IS NOT DISTINCT FROM 'ANNULLED') THEN
        RAISE EXCEPTION 'the end of a measure cannot go from % to %', OLD.end_state, NEW.end_state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER measure_end_stays BEFORE UPDATE ON measure FOR EACH ROW EXECUTE FUNCTION measure_end_stays();

CREATE TABLE measure_exception (
    id         uuid PRIMARY KEY,
    measure_id uuid NOT NULL REFERENCES measure,
    scope      jsonb NOT NULL,
    reason     text,
    from_day   date NOT NULL,
    until_day  date NOT NULL CHECK (until_day >= from_day),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL
);
CREATE INDEX measure_exception_measure ON measure_exception (measure_id);
GRANT SELECT, INSERT ON measure_exception TO ${app};

CREATE TABLE measure_stay (
    id         uuid PRIMARY KEY,
    measure_id uuid NOT NULL REFERENCES measure,
    appeal_id  uuid,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz CHECK (ends_at >= starts_at),
    reasons    text,
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL,
    CONSTRAINT stays_do_not_overlap EXCLUDE USING gist (measure_id WITH =, tstzrange(starts_at, ends_at) WITH &&)   -- SAN-45
);
GRANT SELECT, INSERT, UPDATE (ends_at) ON measure_stay TO ${app};

-- Every version, as it was told: SAN-47. Inserted, never changed by the service.
CREATE TABLE measure_version (
    measure_id  uuid NOT NULL REFERENCES measure,
    version     bigint NOT NULL,
    subject     uuid NOT NULL,
    type        text NOT NULL,
    recorded_at timestamptz NOT NULL,
    state       jsonb NOT NULL,
    PRIMARY KEY (measure_id, version)
);
CREATE INDEX measure_version_subject ON measure_version (subject, measure_id, version);
GRANT SELECT, INSERT ON measure_version TO ${app};

-- What was known when is asked by recorded_at, so it never goes back within a measure.
CREATE FUNCTION measure_version_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM measure_version earlier
               WHERE earlier.measure_id = NEW.measure_id AND (earlier.version >= NEW.version OR earlier.recorded_at > NEW.recorded_at)) THEN
        RAISE EXCEPTION 'version % of measure % does not follow those recorded', NEW.version, NEW.measure_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER measure_version_goes_on BEFORE INSERT ON measure_version FOR EACH ROW EXECUTE FUNCTION measure_version_goes_on();
