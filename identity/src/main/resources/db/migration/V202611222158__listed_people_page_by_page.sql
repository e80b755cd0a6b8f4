-- Whom senders choose is read page by page in the same order, however many of the agency are not listed.
create index agency_person_listed on agency_person (agency_id, enrolled_at, id) where active and shown_as is not null;
