-- How a case's level of risk came about, and what is to be assessed again whenever the child or the family was seen.
create table risk_level_set (
  event_id       uuid primary key,
  case_id        uuid not null references known_case,
  assessment_id  uuid not null,
  level          text not null check (level in ('high', 'medium', 'low', 'none')),
  previous_level text check (previous_level in ('high', 'medium', 'low', 'none')),
  set_at         timestamptz not null,
  recorded_at    timestamptz not null
);
comment on table risk_level_set is 'Every level of risk a case was given, as the case service told; a row never changes';
comment on column risk_level_set.event_id is 'The event that told of it';
comment on column risk_level_set.case_id is 'The case';
comment on column risk_level_set.assessment_id is 'The assessment it follows from; of a lowering, the one the supervisor followed';
comment on column risk_level_set.level is 'The level from then on';
comment on column risk_level_set.previous_level is 'The level before; null the first time and after a reopening';
comment on column risk_level_set.set_at is 'From when the level counts';
comment on column risk_level_set.recorded_at is 'When it was written down';
create index risk_level_set_of_case on risk_level_set (case_id, set_at desc, recorded_at desc);
grant select, insert on risk_level_set to ${app};
alter table risk_level_set enable row level security;
alter table risk_level_set force row level security;
create policy risk_level_set_reach on risk_level_set for select using (
  nullif(current_setting('app.system', true), '') = 'on' or works_on_case(case_id));
create policy risk_level_set_told on risk_level_set for insert
  with check (nullif(current_setting('app.system', true), '') = 'on');

alter table due_policy add column after_contact boolean not null default false;
comment on column due_policy.after_contact is 'Whether it is asked for anew each time the child or the family was seen, counted from then; else once in an episode';
insert into due_policy (id, purpose, step, risk_level, from_months, to_months, within_hours, valid_from, source, after_contact) values
  ('01900000-0000-7000-8000-000000004209', 'risk', null, 'high', 0, null, 24, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: risk is looked at again at every contact (Inter-Agency Guidelines for Case Management and Child Protection, 2014, step 5)', true),
  ('01900000-0000-7000-8000-000000004210', 'risk', null, 'medium', 0, null, 72, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: risk is looked at again at every contact (Inter-Agency Guidelines for Case Management and Child Protection, 2014, step 5)', true),
  ('01900000-0000-7000-8000-000000004211', 'risk', null, 'low', 0, null, 168, '2010-01-01', 'a proposal, to be confirmed by KPCPWC: risk is looked at again at every contact (Inter-Agency Guidelines for Case Management and Child Protection, 2014, step 5)', true);
