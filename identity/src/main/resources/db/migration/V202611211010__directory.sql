create table unit (
  id               uuid primary key,
  code             text not null unique,
  name_en          text not null,
  name_ur          text not null,
  name_ps          text not null,
  management_line  text not null check (management_line in ('settled', 'merged')),
  basis            text not null,
  version          bigint not null
);
comment on table unit is 'Child Protection Units';
comment on column unit.id is 'The unit_id claim of its staff''s tokens';
comment on column unit.code is 'Kebab-case English name';
comment on column unit.name_en is 'Public name in English';
comment on column unit.name_ur is 'Public name in Urdu';
comment on column unit.name_ps is 'Public name in Pashto';
comment on column unit.management_line is 'settled: KPCPWC; merged: Directorate of Social Welfare Merged Districts';
comment on column unit.basis is 'Why we believe it exists: first, merged, approved (see directory/units.csv)';
comment on column unit.version is 'Counts the changes; the entity tag';

create table district (
  code        text primary key,
  division    text not null,
  name_en     text not null,
  name_ur     text not null,
  name_ps     text not null,
  unit_id     uuid references unit,
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  split_from  text,
  version     bigint not null
);
comment on table district is 'Districts with their dates: a case keeps the district it was opened in when the province splits one';
comment on column district.code is 'Kebab-case English name';
comment on column district.division is 'Administrative division, kebab-case';
comment on column district.name_en is 'Public name in English';
comment on column district.name_ur is 'Public name in Urdu';
comment on column district.name_ps is 'Public name in Pashto';
comment on column district.unit_id is 'Unit that serves it; null where none is known';
comment on column district.valid_from is 'First day; 2010-01-01 stands for before our records';
comment on column district.valid_to is 'Last day; null while in force';
comment on column district.split_from is 'District it was cut out of';
comment on column district.version is 'Counts the changes';
create index district_by_unit on district (unit_id);

create table agency (
  id              uuid primary key,
  name_en         text not null,
  name_ur         text not null,
  name_ps         text not null,
  kind            text not null check (kind in ('police', 'court', 'hospital', 'legal-aid', 'shelter', 'school', 'nadra', 'ngo')),
  district_codes  text[] not null,
  registered_at   timestamptz not null,
  version         bigint not null
);
comment on table agency is 'Partner agencies that referrals go to';
comment on column agency.id is 'The agency_id claim of its tokens';
comment on column agency.name_en is 'Public name in English';
comment on column agency.name_ur is 'Public name in Urdu';
comment on column agency.name_ps is 'Public name in Pashto';
comment on column agency.kind is 'Kind of agency';
comment on column agency.district_codes is 'Districts it serves';
comment on column agency.registered_at is 'When it was entered';
comment on column agency.version is 'Counts the changes; the entity tag';

create table agency_system (
  id             uuid primary key,
  agency_id      uuid not null references agency,
  client_id      text not null unique,
  jwks           text not null,
  registered_at  timestamptz not null,
  version        bigint not null
);
comment on table agency_system is 'Agencies'' own systems: each signs in as a client with private_key_jwt';
comment on column agency_system.id is 'Id of the registration; marks the client in Keycloak as ours';
comment on column agency_system.agency_id is 'Whose system it is';
comment on column agency_system.client_id is 'Client id in the realm';
comment on column agency_system.jwks is 'Public keys as a JSON Web Key Set; private members are refused';
comment on column agency_system.registered_at is 'When it was entered';
comment on column agency_system.version is 'Counts the changes; the entity tag';
create index agency_system_by_agency on agency_system (agency_id);

grant select, insert, update on unit, district, agency, agency_system to ${app};
