create table agency_person (
  id           uuid primary key,
  agency_id    uuid not null references agency,
  username     text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{2,63}$'),
  name         bytea not null,
  active       boolean not null,
  enrolled_at  timestamptz not null,
  version      bigint not null
);
comment on table agency_person is 'People of agencies that have no system of their own; their accounts in Keycloak follow this table';
comment on column agency_person.id is 'Id of the registration; the subject of the encrypted name';
comment on column agency_person.agency_id is 'Whose referrals they work on; the agency_id claim of their tokens';
comment on column agency_person.username is 'What they sign in with';
comment on column agency_person.name is 'Encrypted; not given to Keycloak';
comment on column agency_person.active is 'False once they left: cannot sign in';
comment on column agency_person.enrolled_at is 'When they were entered';
comment on column agency_person.version is 'Counts the changes; the entity tag';
create index agency_person_by_agency on agency_person (agency_id, enrolled_at, id);

alter table agency_person enable row level security;
create policy kept on agency_person for all to ${app} using (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
grant select, insert, update on agency_person to ${app};

create table account_name (
  username    text primary key,
  subject_id  uuid not null unique
);
comment on table account_name is 'User names in use, of staff and of agencies'' people: accounts are found in Keycloak by name, so no two people may share one';
comment on column account_name.username is 'What somebody signs in with';
comment on column account_name.subject_id is 'staff.id or agency_person.id';
insert into account_name (username, subject_id) select username, id from staff;
grant select, insert on account_name to ${app};

alter table provisioning_task drop constraint provisioning_task_kind_check;
alter table provisioning_task add constraint provisioning_task_kind_check
  check (kind in ('account', 'agency-account', 'partner-client'));
comment on column provisioning_task.kind is 'account: of a member of staff; agency-account: of a person of an agency; partner-client: of an agency''s system';
comment on column provisioning_task.subject_id is 'staff.id, agency_person.id or agency_system.id; the worker reads the wanted state from there';
