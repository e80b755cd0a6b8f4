-- Devices that staff assess with, and the numbers by which they know their cases.
alter table known_case add column case_number text;
comment on column known_case.case_number is 'The number people know the case by; null when it was opened before this was kept';
create index known_case_of_owner on known_case (owner_id, case_number) where state = 'open';
create index known_case_of_unit on known_case (unit_id, case_number) where state = 'open';
create index known_case_of_members on known_case using gin (member_ids) where state = 'open';

create table device (
  id           uuid primary key,
  staff_id     uuid not null,
  unit_id      uuid,
  label        text not null check (length(label) between 1 and 60),
  token_sha256 bytea not null unique check (length(token_sha256) = 32),
  enrolled_at  timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   uuid,
  check (expires_at > enrolled_at),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table device is 'Telephones and tablets with ODK Collect or KoboCollect, each enrolled by a member of staff';
comment on column device.id is 'UUIDv7';
comment on column device.staff_id is 'Whose it is: what it sends is theirs';
comment on column device.unit_id is 'The unit they worked in when they enrolled it; in another its token opens nothing';
comment on column device.label is 'What its owner calls it';
comment on column device.token_sha256 is 'SHA-256 of its token of 256 random bits; the token itself is kept nowhere';
comment on column device.enrolled_at is 'When it was enrolled';
comment on column device.expires_at is 'From then on its token opens nothing';
comment on column device.last_used_at is 'When it last signed in, to the hour';
comment on column device.revoked_at is 'When it was taken away';
comment on column device.revoked_by is 'Staff id of who took it away';
create index device_of_staff on device (staff_id, enrolled_at desc);
create index device_of_unit on device (unit_id, enrolled_at desc);
grant select, insert, update on device to ${app};

alter table device enable row level security;
alter table device force row level security;
-- Signing in is the service's own act; else a device is its owner's and their unit's.
create policy device_reach on device for select using (
  nullif(current_setting('app.system', true), '') = 'on'
  or staff_id = nullif(current_setting('app.staff_id', true), '')::uuid
  or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create policy device_enrolled_by_oneself on device for insert
  with check (staff_id = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy device_taken_away on device for update using (
  nullif(current_setting('app.system', true), '') = 'on'
  or staff_id = nullif(current_setting('app.staff_id', true), '')::uuid
  or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))));
