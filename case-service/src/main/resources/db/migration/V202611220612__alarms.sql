-- Answers in an assessment that interrupt, as the assessment service tells them.
create table case_alarm (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  kind         text not null check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  imminent     boolean not null,
  raised_at    timestamptz not null,
  recorded_at  timestamptz not null,
  answered_at  timestamptz
);
comment on table case_alarm is 'Answers that interrupt: somebody must act before anything else; answered by a safety plan made after them';
comment on column case_alarm.id is 'The alarm''s id in the assessment service';
comment on column case_alarm.case_id is 'The case of the child';
comment on column case_alarm.kind is 'suicide or ongoing-abuse';
comment on column case_alarm.imminent is 'Whether the answer means danger at this moment';
comment on column case_alarm.raised_at is 'When it was said';
comment on column case_alarm.recorded_at is 'When it was told here';
comment on column case_alarm.answered_at is 'When the safety plan was made that answers it; null while none is';
create index case_alarm_unanswered on case_alarm (case_id) where answered_at is null;
create index case_alarm_of_case on case_alarm (case_id, raised_at desc);
grant select, insert, update (answered_at) on case_alarm to ${app};
alter table case_alarm enable row level security;
create policy reach on case_alarm to ${app}
  using (exists (select 1 from case_file f where f.id = case_alarm.case_id));

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000004101', 'alarm-response', null, 1, '2010-01-01', null, 'act before anything else; the safety plan ends it; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000004102', 'alarm-notice', null, 1, '2010-01-01', null, 'supervisor and psychologist are told within the hour; a proposal, to be confirmed by KPCPWC');
