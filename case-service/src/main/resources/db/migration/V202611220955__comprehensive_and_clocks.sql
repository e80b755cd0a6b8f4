-- What each assessment of a case was for: the comprehensive one is needed before the case is assessed.
create table told_assessment (
  assessment_id uuid primary key,
  case_id       uuid not null references case_file,
  purpose       text not null check (purpose ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  valid         boolean not null,
  conducted_at  timestamptz not null,
  recorded_at   timestamptz not null
);
comment on table told_assessment is 'Assessments of a case, as the assessment service tells of them; answers and scores stay there';
comment on column told_assessment.assessment_id is 'The assessment''s id in the assessment service';
comment on column told_assessment.case_id is 'The case of the child';
comment on column told_assessment.purpose is 'What the instrument is for, as in risk or comprehensive';
comment on column told_assessment.valid is 'Whether enough was answered to count';
comment on column told_assessment.conducted_at is 'When it was conducted';
comment on column told_assessment.recorded_at is 'When it was told here';
create index told_assessment_of_case on told_assessment (case_id, purpose, conducted_at desc);
grant select, insert on told_assessment to ${app};
alter table told_assessment enable row level security;
create policy reach on told_assessment to ${app}
  using (exists (select 1 from case_file f where f.id = told_assessment.case_id));

-- How far the Commission may stretch a deadline.
create table deadline_limit (
  task_kind  text primary key,
  most_hours integer not null check (most_hours > 0),
  source     text not null
);
comment on table deadline_limit is 'The longest a policy may make a deadline, where its source sets an end; in calendar hours, never in working days';
comment on column deadline_limit.task_kind is 'What is to be done, as in deadline_policy';
comment on column deadline_limit.most_hours is 'The most calendar hours';
comment on column deadline_limit.source is 'The law or guideline that sets the end';
grant select on deadline_limit to ${app};
insert into deadline_limit (task_kind, most_hours, source) values
  ('initial-assessment', 48, 'Inter-Agency Guidelines for Case Management and Child Protection (2014): within 24 hours, never more than 48'),
  ('plan-review', 2160, 'at least every three months (CELCIS course quoting the Inter-Agency Guidelines for Case Management and Child Protection, 2014)'),
  ('placement-review', 2160, 'UN Guidelines for the Alternative Care of Children: at least every three months');

alter table deadline_policy add constraint working_days_at_low_risk_only
  check (time_kind = 'calendar' or risk_level = 'low');

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000004601', 'supervisor-notice', 'high', 1, '2010-01-01', null, 'the supervisor is told within the hour; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000004602', 'supervisor-notice', 'medium', 72, '2010-01-01', null, 'with the first response at medium risk; a proposal, to be confirmed by KPCPWC; at low risk the registration''s approval is the notice');
