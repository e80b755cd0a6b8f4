-- Orders that a release may rest on, learnt from events: which, of which case, how long; no words.
create table known_order (
  order_id   uuid primary key,
  case_id    uuid not null,
  made_by    text not null,
  begins_on  date not null,
  ends_on    date,
  ended      boolean not null,
  version    bigint not null
);
comment on table known_order is 'Orders of courts and committees about the child of a case; from hifazat.cases.v1 (order-made, order-changed)';
comment on column known_order.order_id is 'The order';
comment on column known_order.case_id is 'The case';
comment on column known_order.made_by is 'Kind of court or committee, by code; protection-officer is none';
comment on column known_order.begins_on is 'First day it holds';
comment on column known_order.ends_on is 'Last day it holds; null when it has none';
comment on column known_order.ended is 'Ended before that';
comment on column known_order.version is 'Version of the order this is from; an older one changes nothing';
alter table known_order enable row level security;
create policy learns on known_order to ${app}
  using (current_setting('app.system', true) = 'on');
create policy reach on known_order for select to ${app}
  using (exists (select 1 from known_case c where c.case_id = known_order.case_id));
grant select, insert, update on known_order to ${app};

-- A packet nobody at the agency ever answered does not lie open for ever.
create table unanswered_term (
  priority    text not null check (priority in ('high', 'medium', 'low')),
  hours       integer not null check (hours > 0),
  valid_from  date not null,
  valid_to    date,
  source      text not null,
  primary key (priority, valid_from)
);
comment on table unanswered_term is 'How long after it should have been answered a referral is ended that nobody answered, never before the Commission was told; defaults until KPCPWC rules';
comment on column unanswered_term.priority is 'high, medium or low';
comment on column unanswered_term.hours is 'Calendar hours from the end of the time to answer';
comment on column unanswered_term.valid_from is 'First day';
comment on column unanswered_term.valid_to is 'First day it holds no more; null while it holds';
comment on column unanswered_term.source is 'Who laid it down';
insert into unanswered_term values
  ('high', 72, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('medium', 168, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('low', 336, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC');
grant select on unanswered_term to ${app};
insert into referral_code (list, code, states, text_needed, name_en, name_ur, name_ps, sort, valid_from, source) values
  ('status-reason', 'unanswered', '{}', false, 'Nobody at the agency answered', 'ادارے میں کسی نے جواب نہیں دیا', 'په اداره کې چا ځواب ورنه کړ', 200, '2010-01-01', 'the platform''s own');
alter table referral_clock
  drop constraint referral_clock_told_check,
  add constraint referral_clock_told_check check (told between 0 and 4);
comment on table referral_clock is 'Until when an agency answers and has carried out; told of once each at 50, 100 and 200 per cent of the time; what nobody answers is ended after that';
comment on column referral_clock.told is 'How many were told: three of each, and of the time to answer the end';
comment on column referral.status_code is 'Why rejected, on hold, failed, cancelled or entered in error, by code of referral_code; consent-withdrawn, consent-lapsed and unanswered are the platform''s own';
update referral_clock k set next_at = k.due_at + greatest(k.due_at - k.started_at, t.hours * interval '1 hour')
  from referral r join unanswered_term t on t.priority = r.priority
 where r.id = k.referral_id and r.status = 'requested' and k.clock = 'respond' and k.told = 3;
