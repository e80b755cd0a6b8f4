-- Referrals whose agency did not answer, or did not carry out, in time.
alter table referral_fact
  add column overdue_at timestamptz,
  add column long_overdue_at timestamptz;
comment on column referral_fact.overdue_at is 'When it was first told that the time to answer or to carry out is over; null: never';
comment on column referral_fact.long_overdue_at is 'The same at twice the time; null: never';
