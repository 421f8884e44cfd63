-- What is erased when the registry erases a subject: every free text about the person. What stays is what was decided, on which ground and for
-- how long, under an id that no longer names anybody. Append-only tables are append-only for the service, so this runs with the owner's rights and
-- only the eraser role may call it.
CREATE FUNCTION erase_private_texts(ids uuid[]) RETURNS void
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
    UPDATE measure SET statement = NULL, conditions = '[]', end_reasons = NULL WHERE subject = ANY (ids);
    UPDATE measure_exception e SET reason = NULL FROM measure m WHERE m.id = e.measure_id AND m.subject = ANY (ids);
    UPDATE measure_stay s SET reasons = NULL FROM measure m WHERE m.id = s.measure_id AND m.subject = ANY (ids);
    UPDATE measure_version SET state = state || jsonb_build_object('statement', NULL, 'conditions', '[]'::jsonb, 'exceptions',
        (SELECT coalesce(jsonb_agg(e || '{"reason": null}'), '[]') FROM jsonb_array_elements(state -> 'exceptions') e))
      WHERE subject = ANY (ids);
    UPDATE appeal SET text = NULL, reasons = NULL WHERE subject = ANY (ids);
    UPDATE appeal_vote v SET reasons = NULL FROM appeal a WHERE a.id = v.appeal_id AND a.subject = ANY (ids);
    UPDATE state_decision SET document_title = NULL WHERE subject = ANY (ids);
    UPDATE state_decision_act t SET reasons = NULL FROM state_decision d WHERE d.id = t.state_decision AND d.subject = ANY (ids);
END $$;
REVOKE ALL ON FUNCTION erase_private_texts(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_private_texts(uuid[]) TO ${eraser};
