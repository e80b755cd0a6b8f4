-- The list of sealed cases ended after five hundred and did not say so.
drop function seals_without_names();
create function seals_without_names(before_at timestamptz, before_id uuid, most integer)
returns table (id uuid, unit_id uuid, reason text, named integer, happened_at timestamptz, recorded_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.unit_id, s.reason, cardinality(s.named_ids), s.happened_at, s.recorded_at
    from case_seal s
   where s.ended_at is null
     and (s.recorded_at, s.id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
     and 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ','))
   order by s.recorded_at desc, s.id desc limit least(most, 101)
$$;
comment on function seals_without_names(timestamptz, uuid, integer) is 'What the Commission knows of sealed cases, a page of it, the newest first';
revoke execute on function seals_without_names(timestamptz, uuid, integer) from public;
grant execute on function seals_without_names(timestamptz, uuid, integer) to ${app};
