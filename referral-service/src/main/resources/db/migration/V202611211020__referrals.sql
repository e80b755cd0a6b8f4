create table referral_deadline (
  priority        text not null,
  respond_hours   integer not null check (respond_hours > 0),
  complete_hours  integer not null check (complete_hours > 0),
  valid_from      date not null,
  valid_to        date,
  source          text not null,
  primary key (priority, valid_from)
);
comment on table referral_deadline is 'Calendar hours to answer and to carry out, from the time the referral was made; defaults until KPCPWC rules';
comment on column referral_deadline.priority is 'high, medium or low';
comment on column referral_deadline.respond_hours is 'Hours to accept or reject';
comment on column referral_deadline.complete_hours is 'Hours to have carried it out';
comment on column referral_deadline.valid_from is 'First day for referrals made then';
comment on column referral_deadline.valid_to is 'First day it holds no more; null while it holds';
comment on column referral_deadline.source is 'Who laid it down';
insert into referral_deadline values
  ('high', 24, 72, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('medium', 72, 336, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('low', 168, 336, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC');

create table referral (
  id              uuid primary key,
  case_id         uuid not null,
  unit_id         uuid not null,
  district_code   text not null,
  requested_by    uuid not null,
  service_id      uuid not null references service,
  agency_id       uuid not null,
  category        text not null,
  priority        text not null,
  reason_code     text not null,
  status          text not null check (status in ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
  status_at       timestamptz not null,
  status_reason   bytea,
  packet          bytea not null,
  consent_id      uuid,
  override_code   text,
  override_text   bytea,
  authored_at     timestamptz not null,
  recorded_at     timestamptz not null,
  respond_by      timestamptz not null,
  complete_by     timestamptz not null,
  outcome_code    text check (outcome_code in ('provided', 'partly-provided', 'not-provided')),
  outcome_text    bytea,
  outcome_at      timestamptz,
  loop_closed_at  timestamptz,
  loop_note       bytea,
  last_modified   timestamptz not null,
  version         bigint not null,
  constraint consent_or_override check (consent_id is not null or override_code is not null),
  constraint outcome_when_completed check (status <> 'completed' or outcome_code is not null),
  constraint outcome_has_its_time check ((outcome_code is null) = (outcome_at is null)),
  constraint not_made_in_the_future check (authored_at <= recorded_at)
);
comment on table referral is 'A request to another agency; responsibility for the case stays. States are those of FHIR Task as profiled by SDOH Clinical Care 3.0';
comment on column referral.packet is 'All the agency ever sees of the case, encrypted; data subject is the case';
comment on column referral.authored_at is 'When it was made; the clocks run from here';
comment on column referral.id is 'UUIDv7';
comment on column referral.case_id is 'The case, and whose key encrypts the words';
comment on column referral.unit_id is 'The unit that asks';
comment on column referral.district_code is 'District of the case';
comment on column referral.requested_by is 'Staff id of who made it';
comment on column referral.service_id is 'The service asked for';
comment on column referral.agency_id is 'The agency asked';
comment on column referral.category is 'Kind of service when it was made';
comment on column referral.priority is 'high, medium or low';
comment on column referral.reason_code is 'Why, by code';
comment on column referral.status is 'State of the FHIR Task profile';
comment on column referral.status_at is 'When the present state began, as it happened';
comment on column referral.status_reason is 'Why rejected, on hold, failed or cancelled, encrypted';
comment on column referral.consent_id is 'The consent that covers the sharing';
comment on column referral.override_code is 'Why it was shared without consent';
comment on column referral.override_text is 'The same in words, encrypted';
comment on column referral.recorded_at is 'When the platform recorded it';
comment on column referral.respond_by is 'Until when the agency has to accept or reject';
comment on column referral.complete_by is 'Until when it has to be carried out';
comment on column referral.outcome_code is 'What came of it';
comment on column referral.outcome_text is 'The same in words, encrypted';
comment on column referral.outcome_at is 'When it was completed, as it happened';
comment on column referral.loop_closed_at is 'When the sender told the family, as it happened';
comment on column referral.loop_note is 'What was told, encrypted';
comment on column referral.last_modified is 'When it last changed; order of the agency''s list';
comment on column referral.version is 'Entity tag';
create index referral_by_case on referral (case_id, authored_at desc, id desc);
create index referral_by_agency on referral (agency_id, last_modified, id);

create table referral_step (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  from_status  text not null,
  to_status    text not null,
  side         text not null check (side in ('requester', 'target')),
  actor        text not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null
);
create index referral_step_by_referral on referral_step (referral_id, recorded_at);
comment on table referral_step is 'Every change of state, by whom and when';
comment on column referral_step.id is 'UUIDv7';
comment on column referral_step.referral_id is 'The referral';
comment on column referral_step.from_status is 'State before';
comment on column referral_step.to_status is 'State after';
comment on column referral_step.side is 'Who may make it: requester or target';
comment on column referral_step.actor is 'Staff id, or subject of the partner''s token';
comment on column referral_step.happened_at is 'When it happened';
comment on column referral_step.recorded_at is 'When the platform recorded it';

alter table referral enable row level security;
create policy sender_reads on referral for select to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create policy agency_reads on referral for select to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid and status <> 'draft');
create policy sender_makes on referral for insert to ${app}
  with check (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and requested_by = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy sides_move on referral for update to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      or (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid and status <> 'draft'));
alter table referral_step enable row level security;
create policy reach on referral_step to ${app}
  using (exists (select 1 from referral r where r.id = referral_step.referral_id));
-- What was asked, of whom and on which consent never changes.
grant select, insert on referral, referral_step to ${app};
grant update (status, status_at, status_reason, outcome_code, outcome_text, outcome_at,
              loop_closed_at, loop_note, last_modified, version) on referral to ${app};
grant select on referral_deadline to ${app};
