-- ALL-100, ALL-101: lists by status and by what is due, each in the order of its ids.
create index membership_status_page on membership (status, id);
create index certificate_ends on certificate (term_ends_at) where withdrawn_at is null and closed_at is null;
