-- REG-151: in which languages a KOL speaks to people, by their codes; null while nobody has said so.
alter table subject
  add column languages text check (languages ~ '^[a-z]{2,3}(,[a-z]{2,3}){0,9}$'),
  add constraint subject_languages_of_kols check (languages is null or kind = 'KOL' and status <> 'ERASED');
