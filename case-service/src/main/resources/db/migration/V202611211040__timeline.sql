create table timeline_entry (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  kind         text not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor_id     uuid,
  subject_id   uuid,
  codes        text[] not null default '{}'
);
comment on table timeline_entry is 'The story of a case in codes: what happened, when it happened, when it was recorded and by whom. Never changed afterwards; holds no words';
comment on column timeline_entry.kind is 'What happened, such as consent-recorded';
comment on column timeline_entry.actor_id is 'Member of staff; null when the platform did it';
comment on column timeline_entry.subject_id is 'The record to open for more; null when the case itself is';
create index timeline_entry_of_case on timeline_entry (case_id, happened_at desc, id desc);

alter table timeline_entry enable row level security;
create policy reach on timeline_entry to ${app}
  using (exists (select 1 from case_file f where f.id = timeline_entry.case_id));
grant select, insert on timeline_entry to ${app};

-- What is already on file becomes part of the story.
insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, codes)
select gen_random_uuid(), id, 'case-opened', opened_at, recorded_at, '{}' from case_file;
insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes)
select gen_random_uuid(), case_id, 'consent-recorded', happened_at, recorded_at, recorded_by, id, array[purpose, decision] from consent;
insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, subject_id, codes)
select gen_random_uuid(), case_id, case when applied then 'risk-level-set' else 'risk-lowering-suggested' end, set_at, recorded_at, assessment_id, array[level] from risk_change;
insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes)
select gen_random_uuid(), case_id, 'task-completed', done_at, done_at, done_by, id, array[kind] from task where state = 'done';
