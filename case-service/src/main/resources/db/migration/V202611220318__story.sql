-- Whether the case is within reach is asked for each line that is shown, by the case's key. As "exists" it may be
-- answered by reading all cases of the unit first, which costs more the more cases there are.
drop policy reach on timeline_entry;
create policy reach on timeline_entry to ${app}
  using ((select true from case_file f where f.id = timeline_entry.case_id));
