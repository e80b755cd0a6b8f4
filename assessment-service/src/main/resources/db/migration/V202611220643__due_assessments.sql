-- Which assessments are due, by step, risk and age: policy as data, and what it makes of a case.
alter table known_case
  add column step text not null default 'identified',
  add column step_at timestamptz,
  add column risk_level text,
  add column risk_at timestamptz,
  add column episode_at timestamptz;
comment on column known_case.step is 'Where the case stands, as the case service last told';
comment on column known_case.step_at is 'Since when; something older changes nothing';
comment on column known_case.risk_level is 'The case''s level of risk as last told; null while it has none';
comment on column known_case.risk_at is 'Since when; something older changes nothing';
comment on column known_case.episode_at is 'When the case was opened, or opened again; null for cases told of before this was kept';

create table due_policy (
  id           uuid primary key,
  purpose      text not null check (purpose ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  step         text check (step in ('identified', 'assessed', 'planned', 'in-implementation', 'under-review')),
  risk_level   text check (risk_level in ('high', 'medium', 'low')),
  from_months  integer not null default 0 check (from_months >= 0),
  to_months    integer check (to_months >= from_months),
  within_hours integer not null check (within_hours > 0),
  valid_from   date not null,
  valid_to     date,
  source       text not null,
  constraint due_policy_ends_after_it_begins check (valid_to is null or valid_to > valid_from)
);
comment on table due_policy is 'Which assessments are due, by step, risk and age of the child; data with validity, to be replaced by the KP SOP';
comment on column due_policy.id is 'The policy';
comment on column due_policy.purpose is 'What is to be assessed: the purpose of instruments';
comment on column due_policy.step is 'Where the case stands; null: anywhere';
comment on column due_policy.risk_level is 'The case''s level of risk; null: any, or none yet';
comment on column due_policy.from_months is 'From which age of the child, in completed months';
comment on column due_policy.to_months is 'Up to which age, in completed months; null: no limit';
comment on column due_policy.within_hours is 'Calendar hours from when the case came to stand so';
comment on column due_policy.valid_from is 'First day';
comment on column due_policy.valid_to is 'Day from which it no longer holds; null: open';
comment on column due_policy.source is 'Where it comes from';
grant select on due_policy to ${app};
insert into due_policy (id, purpose, step, risk_level, from_months, to_months, within_hours, valid_from, source) values
  ('01900000-0000-7000-8000-000000004201', 'safe-places', null, 'high', 72, null, 72, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: at high risk the child and the worker know soon where and with whom it is safe'),
  ('01900000-0000-7000-8000-000000004202', 'suicide', null, 'high', 96, 215, 72, '2010-01-01', 'a proposal, to be confirmed by KPCPWC; the screening questions are made for children from 8 years (NIMH ASQ toolkit)'),
  ('01900000-0000-7000-8000-000000004203', 'home', null, 'high', 0, null, 72, '2010-01-01', 'a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000004204', 'home', 'assessed', 'medium', 0, null, 168, '2010-01-01', 'a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000004205', 'broad', 'assessed', null, 48, 215, 336, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: before the plan is agreed (14 days, IASC indicator P1-PC1-1)'),
  ('01900000-0000-7000-8000-000000004206', 'functioning', 'assessed', null, 24, 215, 336, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: disability is asked of every child the module is made for (Washington Group/UNICEF: 2 to 17 years)'),
  ('01900000-0000-7000-8000-000000004207', 'strengths', 'assessed', null, 72, null, 336, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: strengths beside risks, before the plan is agreed'),
  ('01900000-0000-7000-8000-000000004208', 'wellbeing', 'under-review', null, 108, null, 168, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: what the plan has brought, asked of the child (WHO-5: from 9 years)');

create table last_assessed (
  case_id      uuid not null references known_case,
  purpose      text not null,
  conducted_at timestamptz not null,
  primary key (case_id, purpose)
);
comment on table last_assessed is 'When a case was last assessed validly for a purpose';
comment on column last_assessed.case_id is 'The case';
comment on column last_assessed.purpose is 'What was assessed';
comment on column last_assessed.conducted_at is 'When it was conducted';
grant select, insert, update on last_assessed to ${app};
alter table last_assessed enable row level security;
alter table last_assessed force row level security;
create policy last_assessed_reach on last_assessed
  using (nullif(current_setting('app.system', true), '') = 'on' or works_on_case(case_id));

create table assessment_due (
  id         uuid primary key,
  case_id    uuid not null references known_case,
  purpose    text not null,
  policy_id  uuid not null references due_policy,
  state      text not null check (state in ('open', 'met', 'dropped')),
  started_at timestamptz not null,
  due_at     timestamptz not null,
  ended_at   timestamptz,
  constraint assessment_due_ends_once check ((state = 'open') = (ended_at is null))
);
comment on table assessment_due is 'Assessments that are due in a case, and why; tasks of the case service follow them';
comment on column assessment_due.id is 'UUIDv7';
comment on column assessment_due.case_id is 'The case';
comment on column assessment_due.purpose is 'What is to be assessed';
comment on column assessment_due.policy_id is 'The policy that asks for it';
comment on column assessment_due.state is 'open, met by an assessment, or dropped with the end of the episode';
comment on column assessment_due.started_at is 'When the case came to stand so';
comment on column assessment_due.due_at is 'By when it is to be conducted';
comment on column assessment_due.ended_at is 'When it was met or dropped';
create unique index assessment_due_once on assessment_due (case_id, purpose) where state = 'open';
create index assessment_due_of_case on assessment_due (case_id, due_at);
grant select, insert, update (state, ended_at) on assessment_due to ${app};
alter table assessment_due enable row level security;
alter table assessment_due force row level security;
create policy assessment_due_reach on assessment_due
  using (nullif(current_setting('app.system', true), '') = 'on' or works_on_case(case_id));
