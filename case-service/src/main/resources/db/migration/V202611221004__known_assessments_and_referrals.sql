-- What the story of other services tells of a case beyond its state: enough to say on paper what was found and asked for.
create table known_assessment (
  assessment_id       uuid primary key,
  case_id             uuid not null,
  instrument_id       text,
  instrument_version  text,
  purpose             text not null,
  risk_level          text,
  band                text,
  valid               boolean not null default true,
  score               numeric,
  red_flags           text[] not null default '{}',
  respondent          text,
  addendum_of         uuid,
  conducted_at        timestamptz not null
);
comment on table known_assessment is 'Assessments of a case as the assessment service told of them: codes and numbers, never answers';
comment on column known_assessment.case_id is 'The case';
comment on column known_assessment.instrument_id is 'Instrument, as in kp-risk-matrix; null for those told before this was kept';
comment on column known_assessment.instrument_version is 'Its published version';
comment on column known_assessment.purpose is 'What was assessed: code of list assessment-purpose, or risk';
comment on column known_assessment.risk_level is 'Level of risk; null when the instrument is for something else';
comment on column known_assessment.band is 'Band the form calculated';
comment on column known_assessment.valid is 'Whether enough was answered for the score to mean anything';
comment on column known_assessment.score is 'Points by the instrument''s own scale';
comment on column known_assessment.red_flags is 'Red flags found';
comment on column known_assessment.respondent is 'Who answered: child, caregiver or worker';
comment on column known_assessment.addendum_of is 'The assessment it is an addendum to';
comment on column known_assessment.conducted_at is 'When it was conducted';
create index known_assessment_of_case on known_assessment (case_id, conducted_at desc, assessment_id desc);
alter table known_assessment enable row level security;
create policy reach on known_assessment to ${app}
  using (current_setting('app.system', true) = 'on'
      or exists (select 1 from case_file f where f.id = known_assessment.case_id))
  with check (current_setting('app.system', true) = 'on');
grant select, insert on known_assessment to ${app};

insert into known_assessment (assessment_id, case_id, purpose, risk_level, conducted_at)
select assessment_id, case_id, 'risk', level, set_at from risk_change on conflict do nothing;

alter table known_referral
  add column category text,
  add column priority text,
  add column agency_id uuid,
  add column asked_at timestamptz,
  add column moved_at timestamptz,
  add column outcome text,
  add column told_at timestamptz;
comment on table known_referral is 'Referrals of a case by state, service and time, from referral events: no case ends while one is open';
comment on column known_referral.category is 'Kind of service asked for';
comment on column known_referral.priority is 'Priority: high, medium or low';
comment on column known_referral.agency_id is 'The agency asked; identity owns its name';
comment on column known_referral.asked_at is 'When it was asked for';
comment on column known_referral.moved_at is 'When it came into its present state';
comment on column known_referral.outcome is 'What came of it: provided, partly-provided or not-provided';
comment on column known_referral.told_at is 'When the child and family were told what came of it';

update known_referral r
   set category = asked.codes[1], priority = asked.codes[2], asked_at = asked.happened_at
  from timeline_entry asked
 where asked.case_id = r.case_id and asked.subject_id = r.referral_id and asked.kind = 'referral-requested';
update known_referral r
   set moved_at = moved.happened_at, outcome = moved.codes[2]
  from (select distinct on (subject_id) subject_id, case_id, happened_at, codes
          from timeline_entry where kind = 'referral-moved' order by subject_id, happened_at desc, id desc) moved
 where moved.case_id = r.case_id and moved.subject_id = r.referral_id;
update known_referral r
   set told_at = told.happened_at
  from timeline_entry told
 where told.case_id = r.case_id and told.subject_id = r.referral_id and told.kind = 'referral-loop-closed';
