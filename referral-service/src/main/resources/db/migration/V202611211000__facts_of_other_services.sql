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
comment on column known_case.case_id is 'The case';
comment on column known_case.unit_id is 'The unit responsible';
comment on column known_case.district_code is 'District, as in peshawar';
comment on column known_case.owner_id is 'Staff id of the owner; null while nobody has taken it on';
comment on column known_case.version is 'Version of the case this is from; an older one changes nothing';

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
comment on column known_consent.consent_id is 'The record of consent';
comment on column known_consent.case_id is 'The case';
comment on column known_consent.purpose is 'What it is for; only share-information opens a referral';
comment on column known_consent.decision is 'given, refused or withdrawn';
comment on column known_consent.agency_id is 'The one agency it names';
comment on column known_consent.happened_at is 'When it was decided';
comment on column known_consent.expires_on is 'Last day it holds; null when open-ended';

create table known_agency (
  agency_id  uuid primary key,
  kind       text not null,
  version    bigint not null
);
comment on table known_agency is 'Partner agencies; from hifazat.directory.v1';
comment on column known_agency.agency_id is 'The agency';
comment on column known_agency.kind is 'Kind of agency, as in legal-aid';
comment on column known_agency.version is 'Version of the agency this is from; an older one changes nothing';

-- Only the consumer of events writes; staff see the cases of their unit and the consents to them.
alter table known_case enable row level security;
create policy learns on known_case to ${app}
  using (current_setting('app.system', true) = 'on');
create policy reach on known_case for select to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
alter table known_consent enable row level security;
create policy learns on known_consent to ${app}
  using (current_setting('app.system', true) = 'on');
create policy reach on known_consent for select to ${app}
  using (exists (select 1 from known_case c where c.case_id = known_consent.case_id));

grant select, insert, update on known_case, known_agency to ${app};
grant select, insert on known_consent to ${app};
