-- A psychologist reaches the cases assigned to them, everybody else of the unit its lines.
drop policy reach on case_file;
create policy reach on case_file to ${app}
  using (current_setting('app.system', true) = 'on'
      or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and (owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
               or string_to_array(current_setting('app.roles', true), ',') && array['social-worker', 'protection-officer', 'supervisor'])))
  with check (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);

-- Keyed hashes are compared by children_like alone, which runs as the owner of the tables.
revoke select, delete on child_search_key from ${app};

-- Who took a report finds it in the queue's order too.
drop index concern_report_taken;
create index concern_report_taken on concern_report (taken_by, state, received_at, id);

comment on table risk_change is 'What each assessment said of a case''s risk, whether it changed the level or not';
