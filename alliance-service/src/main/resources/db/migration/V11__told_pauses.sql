-- ALL-91: when the journal was told of a right last. A pause that ended after it is told of anew.
alter table membership add column told_at timestamptz;
alter table certificate add column told_at timestamptz;
grant update (told_at) on membership, certificate to ${app};

-- Of an erased holder nothing was to be kept.
delete from certificate_suspension s using certificate c where c.id = s.certificate and c.erased_at is not null;

-- What was told with pauses named their measures, and those that are over: such rights are told of anew, at once.
update membership m set next_look = now() where m.admitted_at is not null and exists (select from membership_suspension s where s.membership = m.id);
update certificate c set next_look = now() where exists (select from certificate_suspension s where s.certificate = c.id);
