-- What was done on a case, page by page.
create index task_done_of_case on task (case_id, done_at desc, id desc) where state = 'done';
