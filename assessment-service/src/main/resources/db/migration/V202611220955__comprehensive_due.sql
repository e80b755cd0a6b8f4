-- The comprehensive assessment is due within a week of registration, as the case's own clock has it.
insert into due_policy (id, purpose, step, risk_level, from_months, to_months, within_hours, valid_from, source) values
  ('01900000-0000-7000-8000-000000004212', 'comprehensive', 'identified', null, 0, 215, 168, '2010-01-01', 'seven days from registration, as in a national manual elsewhere; to be confirmed by KPCPWC (Inter-Agency Guidelines for Case Management and Child Protection, 2014, step 2)');
