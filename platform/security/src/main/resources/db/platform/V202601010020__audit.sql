create table audit_record (
  seq          bigint generated always as identity primary key,
  at           timestamptz not null,
  actor        text not null,
  actor_roles  text[] not null,
  operation    text not null,
  outcome      text not null check (outcome in ('performed', 'read', 'refused')),
  subject_type text not null,
  subject_id   text not null,
  codes        text[] not null,
  trace_id     text
);
comment on table audit_record is 'Who did, read or was refused what; codes and ids only, never changed';
comment on column audit_record.seq is 'Number in order of writing, with gaps; not the order of commit';
comment on column audit_record.at is 'When it was recorded';
comment on column audit_record.actor is 'Staff id, else the token''s subject, else system:<name>';
comment on column audit_record.actor_roles is 'The roles they acted with';
comment on column audit_record.operation is 'Name of the operation';
comment on column audit_record.outcome is 'performed, read or refused';
comment on column audit_record.subject_type is 'Kind of the record acted on';
comment on column audit_record.subject_id is 'Its id';
comment on column audit_record.codes is 'Codes that tell more, e.g. a reason';
comment on column audit_record.trace_id is 'The request in logs and traces';

create table audit_unsealed (audit_seq bigint not null) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table audit_unsealed is 'Records the sealer has yet to chain; a list, so that late commits are not skipped';
comment on column audit_unsealed.audit_seq is 'Number of the record';

create table audit_seal (
  position      bigint primary key,
  audit_seq     bigint not null unique,
  previous_hash bytea not null,
  hash          bytea not null
);
comment on table audit_seal is 'The hash chain over audit_record';
comment on column audit_seal.position is '1, 2, 3 … without gaps';
comment on column audit_seal.audit_seq is 'The record sealed here';
comment on column audit_seal.previous_hash is 'Hash of the position before; zeros at position 1';
comment on column audit_seal.hash is 'SHA-256 over previous_hash and every column of the record';

create table audit_checkpoint (
  position  bigint primary key,
  origin    text not null,
  hash      bytea not null,
  signed_at timestamptz not null,
  signature bytea not null
);
comment on table audit_checkpoint is 'Signed statements of how far the chain had come';
comment on column audit_checkpoint.position is 'Last position then';
comment on column audit_checkpoint.origin is 'The service that signed';
comment on column audit_checkpoint.hash is 'Hash at that position';
comment on column audit_checkpoint.signed_at is 'When it was signed';
comment on column audit_checkpoint.signature is 'Ed25519 over kind, origin, position, hash and time';

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_record_append_only before update or delete or truncate on audit_record
  for each statement execute function audit_refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
  for each statement execute function audit_refuse_change();
create trigger audit_checkpoint_append_only before update or delete or truncate on audit_checkpoint
  for each statement execute function audit_refuse_change();

grant select, insert on audit_record, audit_seal, audit_checkpoint to ${app};
grant select, insert, delete on audit_unsealed to ${app};
