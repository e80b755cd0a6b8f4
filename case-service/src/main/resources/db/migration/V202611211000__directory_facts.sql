-- What this service needs to know of the directory, learnt from hifazat.directory.v1.
create table known_district (
  code        text primary key,
  unit_id     uuid,
  valid_from  date not null,
  valid_to    date,
  version     bigint not null
);
comment on table known_district is 'Districts a concern report may name, with the unit that serves them; from directory events';
comment on column known_district.unit_id is 'Child Protection Unit that serves the district; null where none works yet';
comment on column known_district.version is 'Aggregate version of the last event applied; older events are ignored';

create table known_unit (
  unit_id  uuid primary key,
  code     text not null,
  version  bigint not null
);
comment on table known_unit is 'Child Protection Units; from directory events';

create table known_unit_district (
  unit_id        uuid not null references known_unit on delete cascade,
  district_code  text not null,
  primary key (unit_id, district_code)
);
create index known_unit_district_by_district on known_unit_district (district_code);
comment on table known_unit_district is 'Which districts a unit serves; a report is routed by it';

create table known_staff (
  staff_id       uuid primary key,
  unit_id        uuid,
  supervisor_id  uuid,
  roles          text[] not null,
  active         boolean not null,
  version        bigint not null
);
create index known_staff_by_unit on known_staff (unit_id) where active;
comment on table known_staff is 'Staff by id and role, without names: identity owns the names';

create table known_certificate (
  staff_id    uuid not null,
  level       smallint not null,
  valid_from  date not null,
  valid_to    date not null,
  primary key (staff_id, level, valid_from)
);
comment on table known_certificate is 'Training certificates. The Level-1 Foundational Course is notified mandatory for unit staff (KPCPWC, 2025): without a current one nobody owns a case';

grant select, insert, update, delete on known_district, known_unit, known_unit_district, known_staff, known_certificate to ${app};
