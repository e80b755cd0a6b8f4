-- A referral may be made from an action of the case plan; closed with what was asked, it carries the action out.
alter table known_referral
  add column action_id uuid,
  add column carried_out boolean not null default false;
comment on column known_referral.action_id is 'The action of the case plan it is to carry out; only one the plan has';
comment on column known_referral.carried_out is 'Whether the action was marked done by it';
insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000006203', 'referral-action-open', null, 72, '2010-01-01', null, 'as an answer of an agency; a proposal, to be confirmed by KPCPWC');
