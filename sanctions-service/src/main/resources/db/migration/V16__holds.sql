-- DOOR-21: requests for erasures that wait for this service's answer; a row stays until the registry says that its request is over.
CREATE TABLE erasure_request (
    id             uuid PRIMARY KEY,
    subject        uuid NOT NULL,
    due_at         timestamptz NOT NULL,
    answer         text CHECK (answer IN ('CLEAR', 'HELD')),   -- the last decided; null before the first
    intended_until timestamptz                                 -- somebody placed a hold and is about to begin what holds
);
CREATE INDEX erasure_request_due ON erasure_request (due_at);
CREATE INDEX erasure_request_subject ON erasure_request (subject);
GRANT SELECT, INSERT, UPDATE, DELETE ON erasure_request TO ${app};

-- SAN-122: for which organisation somebody reported. Nobody else of it decides in the case.
ALTER TABLE case_part ADD COLUMN member uuid CHECK (member IS NULL OR part = 'REPORTED');
UPDATE case_part p SET member = r.member
  FROM report r
  WHERE r.case_id = p.case_id AND r.reported_by = p.person AND p.part = 'REPORTED' AND r.member IS NOT NULL;
