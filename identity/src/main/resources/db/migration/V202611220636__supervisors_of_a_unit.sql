-- Whoever gives a case to another unit has to name who receives it there: of the people of a unit, its supervisors are
-- known to the staff of the others, and nobody else is.
create function supervisors_of(wanted uuid) returns setof staff
language sql stable security definer set search_path = public, pg_temp as $$
  select * from staff where unit_id = wanted and active and 'supervisor' = any (roles) order by enrolled_at, id
$$;
comment on function supervisors_of(uuid) is 'The active supervisors of a unit, the longest enrolled first';
revoke execute on function supervisors_of(uuid) from public;
grant execute on function supervisors_of(uuid) to ${app};
