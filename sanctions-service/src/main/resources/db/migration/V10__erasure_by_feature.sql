-- Each feature erases the free texts of its own rows about one person, and names the aggregates that lost them. What stays is what was decided, on
-- which ground and for how long, under an id that no longer names anybody. Append-only tables are append-only for the service, so these functions
-- run with the owner's rights and only the eraser role may call them. They take the place of one function over the tables of all features.

CREATE FUNCTION erase_measure_texts(erased uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY WITH emptied AS (
        UPDATE measure SET statement = NULL, conditions = '[]', end_reasons = NULL, urgency = NULL WHERE subject = erased RETURNING id)
      SELECT id FROM emptied ORDER BY id;
    UPDATE measure_exception e SET reason = NULL FROM measure m WHERE m.id = e.measure_id AND m.subject = erased;
    UPDATE measure_stay s SET reasons = NULL FROM measure m WHERE m.id = s.measure_id AND m.subject = erased;
    UPDATE measure_version SET state = state || jsonb_build_object('statement', NULL, 'conditions', '[]'::jsonb, 'exceptions',
        (SELECT coalesce(jsonb_agg(e || '{"reason": null}'), '[]') FROM jsonb_array_elements(state -> 'exceptions') e))
      WHERE subject = erased;
END $$;

CREATE FUNCTION erase_state_decision_texts(erased uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY WITH emptied AS (
        UPDATE state_decision SET document_title = NULL WHERE subject = erased RETURNING id)
      SELECT id FROM emptied ORDER BY id;
    UPDATE state_decision_act t SET reasons = NULL FROM state_decision d WHERE d.id = t.state_decision AND d.subject = erased;
END $$;

CREATE FUNCTION erase_case_texts(erased uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY WITH emptied AS (
        UPDATE case_file SET title = NULL, end_reasons = NULL WHERE subject = erased RETURNING id)
      SELECT id FROM emptied ORDER BY id;
    UPDATE case_part SET reason = NULL FROM case_file c WHERE c.id = case_id AND c.subject = erased;
    UPDATE notice SET evidence = '[]', allegations =
        (SELECT coalesce(jsonb_agg(jsonb_set(a, '{facts}', 'null')), '[]') FROM jsonb_array_elements(allegations) a)
      FROM case_file c WHERE c.id = case_id AND c.subject = erased;
    UPDATE subject_response SET text = NULL, statement = NULL FROM case_file c WHERE c.id = case_id AND c.subject = erased;
    UPDATE proposal SET reasons = NULL, measures =
        (SELECT coalesce(jsonb_agg(jsonb_set(m, '{conditions}', '[]')), '[]') FROM jsonb_array_elements(measures) m)
      FROM case_file c WHERE c.id = case_id AND c.subject = erased;
    UPDATE decision SET reasons = NULL FROM case_file c WHERE c.id = case_id AND c.subject = erased;
END $$;

CREATE FUNCTION erase_appeal_texts(erased uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY WITH emptied AS (
        UPDATE appeal SET text = NULL, reasons = NULL, variations =
            (SELECT coalesce(jsonb_agg(jsonb_set(v, '{change,conditions}', 'null')), '[]') FROM jsonb_array_elements(variations) v)
          WHERE subject = erased RETURNING id)
      SELECT id FROM emptied ORDER BY id;
    UPDATE appeal_vote v SET reasons = NULL, variations =
        (SELECT coalesce(jsonb_agg(jsonb_set(w, '{change,conditions}', 'null')), '[]') FROM jsonb_array_elements(v.variations) w)
      FROM appeal a WHERE a.id = v.appeal_id AND a.subject = erased;
END $$;

CREATE FUNCTION erase_report_texts(erased uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY WITH emptied AS (
        UPDATE report SET facts = NULL, evidence = '[]' WHERE subject = erased RETURNING id)
      SELECT id FROM emptied ORDER BY id;
END $$;

REVOKE ALL ON FUNCTION erase_measure_texts(uuid), erase_state_decision_texts(uuid), erase_case_texts(uuid), erase_appeal_texts(uuid),
    erase_report_texts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_measure_texts(uuid), erase_state_decision_texts(uuid), erase_case_texts(uuid), erase_appeal_texts(uuid),
    erase_report_texts(uuid) TO ${eraser};

DROP FUNCTION erase_private_texts(uuid[]);
