-- REG-8: who needs a tax code to be registered keeps one as long as it is. "Not valid": a row that lost its code before is
-- held to this by its next change, and can leave the register without one.
alter table subject add constraint subject_tax_code_kept check
  (kind = 'KOL' or status not in ('REGISTERED', 'INACTIVE') or tax_code is not null or organisation_type = 'STATE_BODY') not valid;
