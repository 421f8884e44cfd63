-- SAN-143: the guardian who wants to withdraw an appeal while there is another guardian, by the registry's id.
alter table appeal add column withdrawal_by uuid;
grant update (withdrawal_by) on appeal to ${app};
