-- Actions of a plan are due when the child, the family and the worker agreed on it; no policy sets that time.
alter table task alter column policy_id drop not null;
comment on column task.policy_id is 'The policy that set the time; null where people agreed on it';
alter table task add column subject_id uuid;
comment on column task.subject_id is 'What of the case is to be done, where the kind alone does not say it: an action of its plan, a planned contact';

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001301', 'case-plan', null, 336, '2010-01-01', null, 'IASC indicator P1-PC1-1: care plans developed within two weeks of opening'),
  ('01900000-0000-7000-8000-000000001302', 'plan-review', null, 2160, '2010-01-01', null, 'reviewed at least every three months, more often at high risk (CELCIS course quoting the Inter-Agency Guidelines)'),
  ('01900000-0000-7000-8000-000000001303', 'plan-review', 'high', 720, '2010-01-01', null, 'more often than every three months at high risk; the month is a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001304', 'safety-plan', 'high', 24, '2010-01-01', null, 'with the first response at high risk; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001305', 'follow-up', 'high', 84, '2010-01-01', null, 'at least twice a week; common in country SOPs, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001306', 'follow-up', 'medium', 336, '2010-01-01', null, 'every one to two weeks; common in country SOPs, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001307', 'follow-up', 'low', 720, '2010-01-01', null, 'monthly; common in country SOPs, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001308', 'follow-up-again', 'high', 24, '2010-01-01', null, 'as the first response at this risk; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001309', 'follow-up-again', 'medium', 72, '2010-01-01', null, 'as the first response at this risk; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001310', 'follow-up-again', 'low', 168, '2010-01-01', null, 'as the first response at this risk; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001311', 'reassessment', null, 24, '2010-01-01', null, 'as the initial assessment: within 24 hours of noticing more risk; a proposal, to be confirmed by KPCPWC');
