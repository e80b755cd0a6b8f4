create table subject_key (
  subject_id   uuid primary key,
  wrapped_key  bytea,
  created_at   timestamptz not null,
  destroyed_at timestamptz,
  constraint subject_key_present_or_destroyed check ((wrapped_key is null) = (destroyed_at is not null))
);
comment on table subject_key is 'One data key per subject (a child, usually), wrapped by the service''s key; personal columns are encrypted under it';
comment on column subject_key.subject_id is 'Whose key it is';
comment on column subject_key.wrapped_key is 'AES-256-GCM key, wrapped by field.json; null once destroyed';
comment on column subject_key.created_at is 'When the first personal value of the subject was written';
comment on column subject_key.destroyed_at is 'When the subject was erased; never taken back';

create function subject_key_stays_destroyed() returns trigger language plpgsql as $$
begin
  raise exception 'a destroyed key cannot be replaced' using errcode = 'restrict_violation';
end $$;
create trigger subject_key_stays_destroyed before update on subject_key
  for each row when (old.destroyed_at is not null) execute function subject_key_stays_destroyed();

grant select, insert, update (wrapped_key, destroyed_at) on subject_key to ${app};
