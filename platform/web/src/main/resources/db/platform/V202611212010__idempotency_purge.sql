-- Records are removed after seven days, oldest first. The application may remove none by itself: only whole ages of them
-- through this function, which runs as the owner of the table.
create index idempotency_record_by_age on idempotency_record (created_at);

create function forget_idempotency_records(made_before timestamptz, most integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from idempotency_record where key_hash in
      (select key_hash from idempotency_record where created_at < made_before order by created_at limit most)
    returning 1
  )
  select count(*)::integer from gone
$$;
comment on function forget_idempotency_records(timestamptz, integer) is 'Removes the oldest records made before then, at most so many; tells how many';
revoke execute on function forget_idempotency_records(timestamptz, integer) from public;
grant execute on function forget_idempotency_records(timestamptz, integer) to ${app};
