-- An agency called a referral off itself: the child needs another way, as when nobody ever answered.
insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000006202', 'referral-withdrawn', null, 24, '2010-01-01', null, 'another way for the child within a day; a proposal, to be confirmed by KPCPWC');
