-- Links of a case page by page, from either side; and a warning on a case's line looks at nobody but those it warns of.
drop index case_link_of_case;
drop index case_link_of_other_case;
create index case_link_of_case on case_link (case_id, recorded_at, id);
create index case_link_of_other_case on case_link (other_case_id, recorded_at, id);
create index case_person_of_concern on case_person (case_id) where 'person-of-concern' = any (roles);
