-- A page of staff or of agencies is read from where it begins, not sorted out of all there are.
drop index staff_by_unit;
create index staff_by_unit on staff (unit_id, enrolled_at, id);
create index staff_by_enrolment on staff (enrolled_at, id);
create index agency_by_registration on agency (registered_at, id);
