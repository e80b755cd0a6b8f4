-- What an agency says of a referral gives the owner of the case something to do, in a time the Commission can change.
create table known_return (
  return_id    uuid primary key,
  referral_id  uuid not null,
  case_id      uuid not null,
  answered     boolean not null
);
comment on table known_return is 'What agencies sent back or proposed, by whether the unit has answered, from referral events';
comment on column known_return.return_id is 'What was sent back or proposed';
comment on column known_return.referral_id is 'The referral it came of';
comment on column known_return.case_id is 'The case';
comment on column known_return.answered is 'Whether the unit took it up or declined';
create index known_return_of_referral on known_return (referral_id) where not answered;
alter table known_return enable row level security;
create policy reach on known_return to ${app}
  using (current_setting('app.system', true) = 'on'
      or exists (select 1 from case_file f where f.id = known_return.case_id))
  with check (current_setting('app.system', true) = 'on');
grant select, insert, update on known_return to ${app};

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000005701', 'referral-unanswered', null, 24, '2010-01-01', null, 'the agency is asked within a day of its time being over; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005702', 'referral-unfinished', null, 24, '2010-01-01', null, 'the agency is asked within a day of its time being over; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005703', 'referral-lapsed', null, 24, '2010-01-01', null, 'another way for the child within a day; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005704', 'referral-answered', null, 72, '2010-01-01', null, 'the family hears of an agency''s answer within three days; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005705', 'referral-returned', null, 72, '2010-01-01', null, 'as an answer; a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005706', 'referral-message', null, 48, '2010-01-01', null, 'a proposal, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000005707', 'feedback-concern', null, 24, '2010-01-01', null, 'as a report of harm that is not urgent: within 24 hours; a proposal, to be confirmed by KPCPWC');
