-- What this service needs to know of cases and agencies, learnt from events.
create table known_case (
  case_id        uuid primary key,
  case_number    text not null,
  unit_id        uuid not null,
  district_code  text not null,
  owner_id       uuid,
  version        bigint not null
);
comment on table known_case is 'Cases that can be referred, by id; from hifazat.cases.v1';
comment on column known_case.case_number is 'The only name of a case that leaves the unit; it names no child';

create table known_consent (
  consent_id   uuid primary key,
  case_id      uuid not null,
  purpose      text not null,
  decision     text not null,
  agency_id    uuid,
  happened_at  timestamptz not null,
  expires_on   date
);
create index known_consent_by_case on known_consent (case_id, agency_id, happened_at desc);
comment on table known_consent is 'Consents as they happened; the newest for an agency decides';

create table known_agency (
  agency_id  uuid primary key,
  kind       text not null,
  version    bigint not null
);
comment on table known_agency is 'Partner agencies; from hifazat.directory.v1';

alter table known_case enable row level security;
create policy reach on known_case to ${app}
  using (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
alter table known_consent enable row level security;
create policy reach on known_consent to ${app}
  using (current_setting('app.system', true) = 'on'
      or exists (select 1 from known_case c where c.case_id = known_consent.case_id));

grant select, insert, update on known_case, known_consent, known_agency to ${app};
