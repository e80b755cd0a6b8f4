-- A referral may carry out an action of the case plan; the case service knows the plan, and marks the action when the loop is closed.
alter table referral add column action_id uuid;
comment on column referral.action_id is 'The action of the case plan it is to carry out, as the sender said';
