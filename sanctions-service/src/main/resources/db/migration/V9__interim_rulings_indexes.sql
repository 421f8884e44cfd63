-- SAN-52: the last day of all interim measures of a case beside the first.
ALTER TABLE case_file ADD COLUMN interim_until date;
UPDATE case_file c SET interim_until =
    (SELECT greatest(max(m.until_day), c.interim_from) FROM measure m WHERE m.case_id = c.id AND m.interim)
  WHERE interim_from IS NOT NULL;
ALTER TABLE case_file ADD CONSTRAINT interim_span CHECK ((interim_from IS NULL) = (interim_until IS NULL) AND interim_until >= interim_from);
GRANT UPDATE (interim_until) ON case_file TO ${app};

-- Why an interim measure could not wait; of those imposed before only the case knows.
ALTER TABLE measure ADD COLUMN urgency text CHECK (interim OR urgency IS NULL);

-- SAN-32: a vote carries all that it would change, and the ruling is what two of three votes say alike.
ALTER TABLE appeal_vote ADD COLUMN cause text CHECK (cause IN ('WRONG_PERSON', 'NO_COMPETENCE', 'WRONG_PROCEDURE', 'WRONG_ACT', 'FALSIFIED_FILE'));
ALTER TABLE appeal_vote ADD COLUMN variations jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(variations) = 'array');
ALTER TABLE appeal_vote ADD CONSTRAINT vote_is_whole CHECK (reasons IS NULL OR
    (outcome = 'ANNULLED') = (cause IS NOT NULL) AND (outcome = 'VARIED') = (variations <> '[]')) NOT VALID;   -- votes cast before had no content
ALTER TABLE appeal ADD COLUMN cause text CHECK (cause IN ('WRONG_PERSON', 'NO_COMPETENCE', 'WRONG_PROCEDURE', 'WRONG_ACT', 'FALSIFIED_FILE'));
ALTER TABLE appeal ADD COLUMN variations jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(variations) = 'array');
GRANT UPDATE (cause, variations) ON appeal TO ${app};

-- Lists and lookups by case, subject and status.
CREATE INDEX report_case ON report (case_id);
CREATE INDEX appeal_subject ON appeal (subject);
CREATE INDEX case_status_page ON case_file (status, id);
DROP INDEX case_status;

-- As before, with the texts that came with this migration.
CREATE OR REPLACE FUNCTION erase_private_texts(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE report SET facts = NULL, evidence = '[]' WHERE subject = ANY (ids);
    UPDATE case_file SET title = NULL, end_reasons = NULL WHERE subject = ANY (ids);
    UPDATE case_part SET reason = NULL FROM case_file c WHERE c.id = case_id AND c.subject = ANY (ids);
    UPDATE notice SET evidence = '[]', allegations =
        (SELECT coalesce(jsonb_agg(jsonb_set(a, '{facts}', 'null')), '[]') FROM jsonb_array_elements(allegations) a)
      FROM case_file c WHERE c.id = case_id AND c.subject = ANY (ids);
    UPDATE subject_response SET text = NULL, statement = NULL FROM case_file c WHERE c.id = case_id AND c.subject = ANY (ids);
    UPDATE proposal SET reasons = NULL, measures =
        (SELECT coalesce(jsonb_agg(jsonb_set(m, '{conditions}', '[]')), '[]') FROM jsonb_array_elements(measures) m)
      FROM case_file c WHERE c.id = case_id AND c.subject = ANY (ids);
    UPDATE decision SET reasons = NULL FROM case_file c WHERE c.id = case_id AND c.subject = ANY (ids);
    UPDATE measure SET statement = NULL, conditions = '[]', end_reasons = NULL, urgency = NULL WHERE subject = ANY (ids);
    UPDATE measure_exception e SET reason = NULL FROM measure m WHERE m.id = e.measure_id AND m.subject = ANY (ids);
    UPDATE measure_stay s SET reasons = NULL FROM measure m WHERE m.id = s.measure_id AND m.subject = ANY (ids);
    UPDATE measure_version SET state = state || jsonb_build_object('statement', NULL, 'conditions', '[]'::jsonb, 'exceptions',
        (SELECT coalesce(jsonb_agg(e || '{"reason": null}'), '[]') FROM jsonb_array_elements(state -> 'exceptions') e))
      WHERE subject = ANY (ids);
    UPDATE appeal SET text = NULL, reasons = NULL, variations =
        (SELECT coalesce(jsonb_agg(jsonb_set(v, '{change,conditions}', 'null')), '[]') FROM jsonb_array_elements(variations) v)
      WHERE subject = ANY (ids);
    UPDATE appeal_vote v SET reasons = NULL, variations =
        (SELECT coalesce(jsonb_agg(jsonb_set(w, '{change,conditions}', 'null')), '[]') FROM jsonb_array_elements(v.variations) w)
      FROM appeal a WHERE a.id = v.appeal_id AND a.subject = ANY (ids);
    UPDATE state_decision SET document_title = NULL WHERE subject = ANY (ids);
    UPDATE state_decision_act t SET reasons = NULL FROM state_decision d WHERE d.id = t.state_decision AND d.subject = ANY (ids);
END $$;
