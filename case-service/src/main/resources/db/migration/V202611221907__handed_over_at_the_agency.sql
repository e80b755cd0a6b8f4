-- Whom the owner of a case chose at an agency has the referral no more: somebody asks who takes it there.
insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000006201', 'referral-handed-over', null, 48, '2010-01-01', null, 'as a message of the agency; a proposal, to be confirmed by KPCPWC');
