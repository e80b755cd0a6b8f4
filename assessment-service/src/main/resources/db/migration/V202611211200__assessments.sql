create table instrument_version (
  instrument_id text not null,
  version       text not null,
  form_sha256   text not null check (form_sha256 ~ '^[0-9a-f]{64}$'),
  published_at  timestamptz not null,
  primary key (instrument_id, version)
);
comment on table instrument_version is 'Published forms; the form itself ships with the service and must keep its fingerprint';
comment on column instrument_version.instrument_id is 'The form''s id attribute';
comment on column instrument_version.version is 'The form''s version attribute';
comment on column instrument_version.form_sha256 is 'SHA-256 of the form, hexadecimal';
comment on column instrument_version.published_at is 'When this service first started with it';
grant select, insert on instrument_version to ${app};

create table known_case (
  case_id      uuid primary key,
  unit_id      uuid not null,
  owner_id     uuid,
  state        text not null check (state in ('open', 'closed')),
  case_version bigint not null,
  opened_at    timestamptz not null
);
comment on table known_case is 'What the case-service''s events told of a case: enough to decide who may assess it';
comment on column known_case.case_id is 'The case; also the data subject whose key encrypts its answers';
comment on column known_case.unit_id is 'The unit responsible';
comment on column known_case.owner_id is 'Staff id of the case worker responsible; null while nobody is';
comment on column known_case.state is 'open or closed';
comment on column known_case.case_version is 'Version of the case the row was made from; older events change nothing';
comment on column known_case.opened_at is 'When the case was opened';
grant select, insert, update on known_case to ${app};

alter table known_case enable row level security;
alter table known_case force row level security;
create policy known_case_reach on known_case for select using (
  nullif(current_setting('app.system', true), '') = 'on'
  or owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
  or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create policy known_case_told on known_case for insert
  with check (nullif(current_setting('app.system', true), '') = 'on');
create policy known_case_told_again on known_case for update
  using (nullif(current_setting('app.system', true), '') = 'on')
  with check (nullif(current_setting('app.system', true), '') = 'on');

create table assessment (
  id                 uuid primary key,
  case_id            uuid not null references known_case,
  instrument_id      text not null,
  instrument_version text not null,
  engine             text not null,
  risk_level         text not null check (risk_level in ('high', 'medium', 'low')),
  score              integer not null check (score >= 0),
  sum_questions      text[] not null,
  sum_values         integer[] not null,
  red_flags          text[] not null,
  rejected_claims    text[] not null,
  conducted_at       timestamptz not null,
  recorded_at        timestamptz not null,
  conducted_by       uuid not null,
  answers            bytea not null,
  constraint assessment_instrument foreign key (instrument_id, instrument_version) references instrument_version,
  constraint assessment_sum_is_labelled check (cardinality(sum_questions) = cardinality(sum_values)),
  constraint assessment_red_flag_means_high check (cardinality(red_flags) = 0 or risk_level = 'high'),
  constraint assessment_not_from_the_future check (conducted_at <= recorded_at)
);
comment on table assessment is 'Completed assessments; a row never changes';
comment on column assessment.id is 'UUIDv7';
comment on column assessment.case_id is 'The case assessed';
comment on column assessment.instrument_id is 'Which instrument';
comment on column assessment.instrument_version is 'Which published version of it';
comment on column assessment.engine is 'Name and version of the engine that scored';
comment on column assessment.risk_level is 'The band the server computed: high, medium or low';
comment on column assessment.score is 'The score the server computed';
comment on column assessment.sum_questions is 'Names of the form''s nodes shown as the sum';
comment on column assessment.sum_values is 'Their values, in the same order';
comment on column assessment.red_flags is 'Codes of the red flags found';
comment on column assessment.rejected_claims is 'Calculated nodes whose submitted value was not the server''s';
comment on column assessment.conducted_at is 'When it happened';
comment on column assessment.recorded_at is 'When it was recorded';
comment on column assessment.conducted_by is 'Staff id of who conducted it';
comment on column assessment.answers is 'The pruned submission (XML), encrypted under the case''s key; holds free text';
-- the list of a case, newest first, and its cursor
create index assessment_of_case on assessment (case_id, conducted_at desc, id desc);
grant select, insert on assessment to ${app};

create function assessment_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'an assessment never changes' using errcode = 'restrict_violation';
end $$;
create trigger assessment_never_changes before update on assessment
  for each row execute function assessment_never_changes();

alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_reach on assessment for select using (
  exists (
    select from known_case k
    where k.case_id = assessment.case_id
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or (k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))));
create policy assessment_by_staff on assessment for insert with check (
  conducted_by = nullif(current_setting('app.staff_id', true), '')::uuid
  and exists (
    select from known_case k
    where k.case_id = assessment.case_id
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or (k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))));
