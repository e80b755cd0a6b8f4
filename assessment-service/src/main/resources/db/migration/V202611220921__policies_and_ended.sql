-- The Commission decides what is due; what was given up is listed; devices go when their time is over.
alter table due_policy
  add column set_by uuid,
  add column set_at timestamptz;
comment on column due_policy.set_by is 'Staff id of who set it; null for what the platform came with';
comment on column due_policy.set_at is 'When it was set; null for what the platform came with';
create unique index due_policy_starts on due_policy
  (purpose, coalesce(step, ''), coalesce(risk_level, ''), from_months, coalesce(to_months, -1), after_contact, valid_from);
grant insert, update (valid_to) on due_policy to ${app};

create index assessment_draft_given_up on assessment_draft (case_id, saved_at desc, id desc) where state = 'discarded';

create index device_ended on device (least(expires_at, revoked_at));
grant delete on device to ${app};
-- Staff take a device away; that it goes altogether is the service's own act.
create policy device_removed on device for delete using (nullif(current_setting('app.system', true), '') = 'on');
