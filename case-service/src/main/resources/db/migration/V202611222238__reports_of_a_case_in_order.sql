-- The reports of a case are read page by page, oldest first.
create index concern_report_of_case_in_order on concern_report (case_id, received_at, id) where case_id is not null;
drop index concern_report_of_case;
