-- SAN-122: somebody may report for several organisations, and each of them has no say in the case.
ALTER TABLE case_part DROP CONSTRAINT case_part_case_id_person_part_key;
ALTER TABLE case_part ADD CONSTRAINT part_taken_once UNIQUE NULLS NOT DISTINCT (case_id, person, part, member);
INSERT INTO case_part (id, case_id, person, part, member, taken_at)
  SELECT gen_random_uuid(), p.case_id, p.person, p.part, r.member, min(p.taken_at)
  FROM case_part p JOIN report r ON r.case_id = p.case_id AND r.reported_by = p.person
  WHERE p.part = 'REPORTED' AND r.member IS NOT NULL
  GROUP BY p.case_id, p.person, p.part, r.member
  ON CONFLICT ON CONSTRAINT part_taken_once DO NOTHING;
