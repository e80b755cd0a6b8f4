create table staff (
  id             uuid primary key,
  username       text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{2,63}$'),
  given_name     bytea not null,
  family_name    bytea not null,
  email          bytea,
  roles          text[] not null,
  unit_id        uuid references unit,
  supervisor_id  uuid references staff,
  active         boolean not null,
  enrolled_at    timestamptz not null,
  version        bigint not null
);
comment on table staff is 'Members of staff; their accounts in Keycloak follow this table';
comment on column staff.id is 'The staff_id claim of tokens; the subject of the encrypted fields';
comment on column staff.username is 'What they sign in with';
comment on column staff.given_name is 'Encrypted';
comment on column staff.family_name is 'Encrypted';
comment on column staff.email is 'Encrypted; not given to Keycloak';
comment on column staff.roles is 'Realm roles';
comment on column staff.unit_id is 'Their unit; null at province level';
comment on column staff.supervisor_id is 'Who supervises them';
comment on column staff.active is 'False once they left or were suspended: cannot sign in';
comment on column staff.enrolled_at is 'When they were entered';
comment on column staff.version is 'Counts the changes; the entity tag and the version in events';
create index staff_by_unit on staff (unit_id);

create table certificate (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  level        smallint not null check (level between 1 and 3),
  number       bytea not null,
  issuer       text not null,
  issued_on    date not null,
  valid_to     date not null check (valid_to > issued_on),
  recorded_at  timestamptz not null
);
comment on table certificate is 'Courses passed. The Level-1 Foundational Course is mandatory for unit staff (notified by KPCPWC); never deleted, a renewal is a new row';
comment on column certificate.id is 'Id of the certificate';
comment on column certificate.staff_id is 'Who passed';
comment on column certificate.level is '1 Foundational, 2 Competency-based, 3 Advanced';
comment on column certificate.number is 'Encrypted under the key of the member of staff';
comment on column certificate.issuer is 'Who awarded it, an institution';
comment on column certificate.issued_on is 'First day of validity';
comment on column certificate.valid_to is 'Last day of validity';
comment on column certificate.recorded_at is 'When it was entered';
create index certificate_by_staff on certificate (staff_id, valid_to desc);

-- The second wall: who may see and change staff, whatever a query forgets.
alter table staff enable row level security;
create policy seen on staff for select to ${app} using (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ','))
  or id = nullif(current_setting('app.staff_id', true), '')::uuid
  or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create policy enrolled on staff for insert to ${app} with check (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy changed on staff for update to ${app} using (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));

alter table certificate enable row level security;
create policy seen on certificate for select to ${app} using (
  exists (select 1 from staff s where s.id = certificate.staff_id));
create policy awarded on certificate for insert to ${app} with check (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));

grant select, insert, update on staff to ${app};
grant select, insert on certificate to ${app};
