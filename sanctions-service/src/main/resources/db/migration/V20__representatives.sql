-- SAN-140: who spoke for the subject, by the registry's id; null when the subject itself did.
alter table subject_response add column representative uuid;
