-- What was said about a case is read page by page, the newest first.
create index consent_in_order on consent (case_id, happened_at desc, id desc);
drop index consent_by_case;
