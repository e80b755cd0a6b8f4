-- The next case conference of a child at high risk.
insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000005901', 'case-conference', 'high', 168, '2010-01-01', null,
   'about weekly in emergencies (CELCIS course quoting the Inter-Agency Guidelines for Case Management and Child Protection, 2014)');
