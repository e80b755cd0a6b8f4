-- Whether the case of a row is within reach is looked up for each row that is read. Written as "exists" the planner may
-- read all cases into a hash first: the more rows it expects, the sooner, though a page needs twenty. As on timeline_entry.
do $$
declare
  one text;
begin
  for one in select tablename from pg_policies
              where schemaname = current_schema() and policyname = 'reach'
                and qual ~ '^\(?EXISTS \( SELECT 1\s+FROM case_file f\s+WHERE \(f\.id = [a-z_]+\.case_id\)\)\)?$' loop
    execute format('alter policy reach on %1$I using ((select true from case_file f where f.id = %1$I.case_id))', one);
  end loop;
end $$;
alter policy reads on case_note
  using (reads_kept_apart(kind, written_by) and (select true from case_file f where f.id = case_note.case_id));
alter policy reads on case_document
  using ((state = 'arriving' and (recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
                                  or current_setting('app.system', true) = 'on'))
      or (state <> 'arriving' and reads_kept_apart(kept, recorded_by)
          and (select true from case_file f where f.id = case_document.case_id)));
alter policy sides on case_request
  using ((asked_by = nullif(current_setting('app.staff_id', true), '')::uuid
      or (select 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
              or f.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
            from case_file f where f.id = case_request.case_id))
      and not sealed_from_caller(case_id));

create index case_plan_by_case on case_plan (case_id, drafted_at desc, id desc) where state <> 'discarded';
create index safety_plan_by_case on safety_plan (case_id, recorded_at desc, id desc);

-- A case and what went into it are one or two, not the thousand a function is taken for: else all cases are read to be joined.
alter function history_of_case(uuid) rows 2;
