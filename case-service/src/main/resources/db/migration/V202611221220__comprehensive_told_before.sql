-- Assessments of the whole child that were told before told_assessment stood: what their telling left behind is a task
-- of that purpose, done by nobody at the very time it was conducted, and a line of the story that names it.
insert into told_assessment (assessment_id, case_id, purpose, valid, conducted_at, recorded_at)
select distinct on (e.subject_id) e.subject_id, e.case_id, 'comprehensive', true, e.happened_at, e.recorded_at
  from timeline_entry e
  join task t on t.case_id = e.case_id and t.kind = 'assess-comprehensive' and t.state = 'done' and t.done_by is null
             and t.done_at between e.happened_at - interval '1 millisecond' and e.happened_at + interval '1 millisecond'
 where e.kind = 'assessment-completed' and e.subject_id is not null and cardinality(e.codes) = 0
 order by e.subject_id, e.recorded_at
on conflict do nothing;

-- Both keep what is told; what the one has from before the other stood is known to both.
insert into known_assessment (assessment_id, case_id, purpose, valid, conducted_at)
select assessment_id, case_id, purpose, valid, conducted_at from told_assessment
on conflict do nothing;
