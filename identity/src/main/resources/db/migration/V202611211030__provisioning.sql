create table provisioning_task (
  kind               text not null check (kind in ('account', 'partner-client')),
  subject_id         uuid not null,
  requested_version  bigint not null,
  applied_version    bigint not null default 0,
  attempts           int not null default 0,
  next_attempt_at    timestamptz not null,
  failure            text,
  primary key (kind, subject_id)
);
comment on table provisioning_task is 'What Keycloak has still to be brought in line with. Written in the transaction of the change, worked off with retries, so that an outage of Keycloak loses nothing';
comment on column provisioning_task.kind is 'account: of a member of staff; partner-client: of an agency''s system';
comment on column provisioning_task.subject_id is 'staff.id or agency_system.id; the worker reads the wanted state from there';
comment on column provisioning_task.requested_version is 'Counts the requests';
comment on column provisioning_task.applied_version is 'The last request Keycloak is in line with; less than requested_version while work is due';
comment on column provisioning_task.attempts is 'Failed attempts since the last success';
comment on column provisioning_task.next_attempt_at is 'Not before; also the lease of the worker that took it';
comment on column provisioning_task.failure is 'Code of the last failure, never its text';
create index provisioning_task_due on provisioning_task (next_attempt_at) where applied_version < requested_version;
grant select, insert, update on provisioning_task to ${app};
