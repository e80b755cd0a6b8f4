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
  constraint outcome_when_completed check (status <> 'completed' or outcome_code is not null)
);
comment on table referral is 'A request to another agency; responsibility for the case stays. States are those of FHIR Task as profiled by SDOH Clinical Care 3.0';
comment on column referral.packet is 'All the agency ever sees of the case, encrypted; data subject is the case';
comment on column referral.authored_at is 'When it was made; the clocks run from here';
create index referral_by_case on referral (case_id, authored_at desc);
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

alter table referral enable row level security;
create policy reach on referral to ${app}
  using (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      or (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid and status <> 'draft'));
alter table referral_step enable row level security;
create policy reach on referral_step to ${app}
  using (exists (select 1 from referral r where r.id = referral_step.referral_id));
grant select, insert, update on referral to ${app};
grant select, insert on referral_step to ${app};
grant select on referral_deadline to ${app};
