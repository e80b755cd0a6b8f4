-- A read model from events. Ids, codes, times, sex and age band: nothing that names or describes a person.
create table known_district (
  code        text primary key,
  division    text not null,
  name_en     text not null,
  name_ur     text not null,
  name_ps     text not null,
  valid_from  date not null,
  valid_to    date,
  version     bigint not null
);
comment on table known_district is 'Districts of the province, served by a unit or not; from directory events';
comment on column known_district.code is 'Kebab-case English name, as events say it';
comment on column known_district.division is 'Administrative division, kebab-case';
comment on column known_district.name_en is 'Public name of the place in English';
comment on column known_district.name_ur is 'Public name of the place in Urdu';
comment on column known_district.name_ps is 'Public name of the place in Pashto';
comment on column known_district.valid_from is 'First day the district exists';
comment on column known_district.valid_to is 'Last day it exists; null while it does';
comment on column known_district.version is 'Aggregate version of the last event applied; older events are ignored';

create table report_fact (
  report_id      uuid primary key,
  district_code  text not null,
  channel        text not null,
  urgency        text not null,
  received_at    timestamptz not null,
  recorded_at    timestamptz not null
);
comment on table report_fact is 'One row per concern report';
comment on column report_fact.report_id is 'The report; its contents stay with the case service';
comment on column report_fact.district_code is 'District it came from';
comment on column report_fact.channel is 'How it came in: code of the case service';
comment on column report_fact.urgency is 'immediate, urgent or routine';
comment on column report_fact.received_at is 'When it reached anyone of the system: counted by this';
comment on column report_fact.recorded_at is 'When the platform recorded it; later when paper caught up';

create table case_fact (
  case_id        uuid primary key,
  district_code  text not null,
  sex            text not null,
  age_band       text not null,
  opened_at      timestamptz not null,
  recorded_at    timestamptz not null,
  version        bigint not null
);
comment on table case_fact is 'One row per case';
comment on column case_fact.case_id is 'The case';
comment on column case_fact.district_code is 'District the case was opened in';
comment on column case_fact.sex is 'female, male or x';
comment on column case_fact.age_band is 'Completed years when the case was opened, as a band';
comment on column case_fact.opened_at is 'When the case was opened: counted by this';
comment on column case_fact.recorded_at is 'When the platform recorded the opening';
comment on column case_fact.version is 'Aggregate version of the event that opened it; older ones are ignored';

create table risk_fact (
  case_id      uuid not null,
  version      bigint not null,
  level        text not null check (level in ('high', 'medium', 'low', 'none')),
  set_at       timestamptz not null,
  recorded_at  timestamptz not null,
  primary key (case_id, version)
);
comment on table risk_fact is 'One row per change of a case''s risk level: what stood at the end of any month can be told. May come before the case';
comment on column risk_fact.case_id is 'The case';
comment on column risk_fact.version is 'Aggregate version of the case with this level; the highest stands';
comment on column risk_fact.level is 'Level from then on; none: assessed, and no deadline follows';
comment on column risk_fact.set_at is 'When the assessment was conducted: counted by this';
comment on column risk_fact.recorded_at is 'When the platform recorded it';

create table task_fact (
  task_id        uuid primary key,
  district_code  text not null,
  kind           text not null,
  due_at         timestamptz not null,
  completed_at   timestamptz,
  version        bigint not null
);
create index task_fact_still_open on task_fact (due_at) where completed_at is null;
comment on table task_fact is 'One row per deadline';
comment on column task_fact.task_id is 'The task';
comment on column task_fact.district_code is 'District of the case';
comment on column task_fact.kind is 'What is to be done, as in initial-assessment';
comment on column task_fact.due_at is 'The deadline: counted by this';
comment on column task_fact.completed_at is 'When it was done; on time when not after due_at';
comment on column task_fact.version is 'Highest aggregate version heard of; the deadline is that version''s';

create table referral_fact (
  referral_id       uuid primary key,
  district_code     text not null,
  service_category  text,
  priority          text,
  requested_at      timestamptz,
  accepted_at       timestamptz,
  completed_at      timestamptz,
  loop_closed_at    timestamptz,
  in_error          boolean not null default false
);
comment on table referral_fact is 'One row per referral, with the first time it reached each stage';
comment on column referral_fact.referral_id is 'The referral; its packet stays with the referral service';
comment on column referral_fact.district_code is 'District of the case';
comment on column referral_fact.service_category is 'Kind of service; null until the request has arrived';
comment on column referral_fact.priority is 'high, medium or low; null until the request has arrived';
comment on column referral_fact.requested_at is 'When the agency was asked';
comment on column referral_fact.accepted_at is 'When the agency accepted';
comment on column referral_fact.completed_at is 'When the service was completed';
comment on column referral_fact.loop_closed_at is 'When the family was told what came of it';
comment on column referral_fact.in_error is 'Entered in error: counts nowhere';

create table figure_tally (
  month          date not null,
  district_code  text not null,
  measure        text not null,
  value          integer not null,
  primary key (month, district_code, measure)
);
comment on table figure_tally is 'Sums of the facts, moved in the transaction that writes the fact: figures cost the same at any number of cases';
comment on column figure_tally.month is 'First day of the month in Asia/Karachi';
comment on column figure_tally.district_code is 'District';
comment on column figure_tally.measure is 'What is counted; of risk levels, what they changed by in that month';
comment on column figure_tally.value is 'How many; negative where a level was left by more cases than came to it';

grant select, insert, update on known_district, report_fact, case_fact, risk_fact, task_fact, referral_fact, figure_tally to ${app};
