-- What may become of a report: more than a case or nothing. None is lost on the way.
alter table concern_report
  add column due_at timestamptz,
  add column commission_at timestamptz,
  add column escalated_at timestamptz,
  add column commission_told_at timestamptz,
  add column follow_up_due timestamptz,
  add column follow_up_told_at timestamptz;
update concern_report
   set due_at = received_at + case urgency when 'immediate' then interval '1 hour' when 'urgent' then interval '3 hours' else interval '24 hours' end,
       commission_at = received_at + case urgency when 'immediate' then interval '2 hours' when 'urgent' then interval '6 hours' else interval '48 hours' end;
alter table concern_report
  alter column due_at set not null,
  alter column commission_at set not null,
  drop constraint concern_report_decision_check,
  add constraint concern_report_decision_check check (decision in ('open-case', 'join-case', 'refer-on', 'no-concern')),
  add constraint decided_case_is_named check (decision is null or (decision in ('open-case', 'join-case')) = (case_id is not null)),
  add constraint only_referred_on_is_followed_up check (follow_up_due is null or decision = 'refer-on');
comment on column concern_report.due_at is 'When it must be triaged, by its urgency; fixed when it came, whichever queue it stands in';
comment on column concern_report.commission_at is 'When the Commission is told that it is still not triaged';
comment on column concern_report.escalated_at is 'When the supervisor of the unit that has it was told, at the deadline';
comment on column concern_report.commission_told_at is 'When the Commission was told, as a number';
comment on column concern_report.follow_up_due is 'When somebody must have asked the body it was referred on to; null when nothing is left to ask';
comment on column concern_report.follow_up_told_at is 'When the supervisor was told that nobody had asked';
comment on column concern_report.reporter_kind is 'anonymous, named, or protected: known, and shown to the supervisor of the unit alone (KP Act 2010, s.23)';
create index concern_report_due on concern_report (unit_id, due_at, id) where state = 'waiting';
create index concern_report_taken_due on concern_report (taken_by, due_at, id) where state = 'waiting';
create index concern_report_follow_up on concern_report (unit_id, follow_up_due, id) where follow_up_due is not null;
create index concern_report_to_escalate on concern_report (due_at, id) where state = 'waiting' and escalated_at is null;
create index concern_report_to_tell on concern_report (commission_at, id) where state = 'waiting' and commission_told_at is null;
create index concern_report_to_ask on concern_report (follow_up_due, id) where follow_up_due is not null and follow_up_told_at is null;
create index concern_report_of_case on concern_report (case_id) where case_id is not null;

create table concern_routing (
  id             uuid primary key,
  report_id      uuid not null references concern_report,
  from_district  text not null,
  from_unit      uuid,
  to_district    text not null,
  to_unit        uuid,
  back           boolean not null,
  reason         bytea not null,
  routed_by      uuid not null,
  routed_at      timestamptz not null,
  recorded_at    timestamptz not null
);
comment on table concern_routing is 'The way a report took from one district''s queue to another''s; never changed';
comment on column concern_routing.back is 'To a unit that had given it away before: a supervisor''s decision';
comment on column concern_routing.reason is 'Encrypted; data subject is the report';
create index concern_routing_of_report on concern_routing (report_id, recorded_at);
alter table concern_routing enable row level security;
create policy reach on concern_routing to ${app}
  using (exists (select 1 from concern_report r where r.id = concern_routing.report_id));
grant select, insert on concern_routing to ${app};

create table concern_referral (
  id                  uuid primary key,
  report_id           uuid not null references concern_report,
  body_kind           text not null,
  agency_id           uuid,
  reason              bytea not null,
  follow_up_on        date not null,
  referred_by         uuid not null,
  referred_at         timestamptz not null,
  recorded_at         timestamptz not null,
  result              text check (result in ('taken-up', 'not-taken-up')),
  answered_at         timestamptz,
  answered_by         uuid,
  answer_recorded_at  timestamptz,
  constraint answer_is_whole check ((result is null) = (answered_at is null) and (result is null) = (answered_by is null))
);
comment on table concern_referral is 'A report given to another body, and what that body made of it. What it did not take up waits for triage again';
comment on column concern_referral.body_kind is 'Code of the list referral-body';
comment on column concern_referral.agency_id is 'An agency of the directory, of that kind; null for a body that is not listed there';
comment on column concern_referral.reason is 'Encrypted; data subject is the report';
create unique index concern_referral_open on concern_referral (report_id) where result is null;
create index concern_referral_of_report on concern_referral (report_id, recorded_at);
alter table concern_referral enable row level security;
create policy reach on concern_referral to ${app}
  using (exists (select 1 from concern_report r where r.id = concern_referral.report_id));
grant select, insert, update on concern_referral to ${app};

-- A report leaves its unit: the policies let nobody write a row out of their own reach, so the function asks what they would.
create function route_report(report uuid, expected bigint, new_unit uuid, new_district text)
returns integer
language sql security definer set search_path = public, pg_temp as $$
  with moved as (
    update concern_report
       set unit_id = new_unit, district_code = new_district, escalated_at = null, version = version + 1
     where id = report and version = expected and state = 'waiting'
       and (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            or (unit_id is null and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))
    returning 1)
  select count(*)::integer from moved
$$;
revoke execute on function route_report(uuid, bigint, uuid, text) from public;
grant execute on function route_report(uuid, bigint, uuid, text) to ${app};

create table known_agency (
  agency_id  uuid primary key,
  kind       text not null,
  version    bigint not null
);
comment on table known_agency is 'Agencies a report may be referred on to, by id and kind; from directory events. Identity owns their names';
grant select, insert, update on known_agency to ${app};

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('referral-body', 'police', 'Police', 'پولیس', 'پولیس', 1, '2010-01-01'),
  ('referral-body', 'court', 'Court', 'عدالت', 'محکمه', 2, '2010-01-01'),
  ('referral-body', 'hospital', 'Hospital', 'ہسپتال', 'روغتون', 3, '2010-01-01'),
  ('referral-body', 'legal-aid', 'Legal aid', 'قانونی امداد', 'حقوقي مرسته', 4, '2010-01-01'),
  ('referral-body', 'shelter', 'Shelter or child protection institution', 'پناہ گاہ یا ادارۂ تحفظِ اطفال', 'سرپناه یا د ماشومانو د ساتنې اداره', 5, '2010-01-01'),
  ('referral-body', 'school', 'School or education office', 'سکول یا دفترِ تعلیم', 'ښوونځی یا د پوهنې دفتر', 6, '2010-01-01'),
  ('referral-body', 'nadra', 'NADRA', 'نادرا', 'نادرا', 7, '2010-01-01'),
  ('referral-body', 'ngo', 'Organisation', 'تنظیم', 'موسسه', 8, '2010-01-01'),
  ('referral-body', 'other-province', 'Authority of another province', 'دوسرے صوبے کا ادارہ', 'د بل ولایت اداره', 9, '2010-01-01'),
  ('referral-body', 'other', 'Other body', 'دیگر ادارہ', 'بله اداره', 10, '2010-01-01');

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001801', 'triage-immediate', null, 1, '2010-01-01', null, 'a proposal after common response times (one hour, three hours, one day), to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001802', 'triage-urgent', null, 3, '2010-01-01', null, 'a proposal after common response times (one hour, three hours, one day), to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001803', 'triage-routine', null, 24, '2010-01-01', null, 'a proposal after common response times (one hour, three hours, one day), to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001804', 'joined-report', null, 24, '2010-01-01', null, 'as the initial assessment: within 24 hours of hearing of it; a proposal, to be confirmed by KPCPWC');
