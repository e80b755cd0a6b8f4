-- Lists that ended after a hundred rows go on page by page: each page begins in an index.
create index emergency_access_waiting on emergency_access (begins_at desc, id desc) where state = 'to-review';
create index emergency_access_reviewed on emergency_access (begins_at desc, id desc) where state <> 'to-review';
comment on index emergency_access_waiting is 'Emergencies a supervisor has not answered to yet, the newest first';
comment on index emergency_access_reviewed is 'Emergencies that were reviewed, the newest first';

create index caseload_exception_pending on caseload_exception (requested_at, id) where state = 'pending';
comment on index caseload_exception_pending is 'What waits for the Commission, the oldest first';

-- Not coalesce: under a row policy PostgreSQL takes it for leaky and keeps it from the index.
create index case_file_newly_own on case_file (owner_id, (case when owned_since is null then opened_at else owned_since end) desc, id desc);
comment on index case_file_newly_own is 'The cases of a worker by when they became theirs';

-- Who asks is asked once a statement. Compared row by row, PostgreSQL expects next to nobody to be a supervisor, and sorts
-- the whole table for a page of it.
alter policy sides on emergency_access
  using ((staff_id = nullif(current_setting('app.staff_id', true), '')::uuid
      or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and (select 'supervisor' = any (string_to_array(current_setting('app.roles', true), ',')))))
      and not sealed_from_caller(case_id));
alter policy reach on case_import
  using (current_setting('app.system', true) = 'on'
         or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
             and (select 'supervisor' = any (string_to_array(current_setting('app.roles', true), ',')))));
