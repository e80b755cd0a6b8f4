-- How a case ended and began again is read page by page, the newest first.
create index case_closure_in_order on case_closure (case_id, recorded_at desc, id desc);
drop index case_closure_by_case;
create index case_reopening_in_order on case_reopening (case_id, recorded_at desc, id desc);
