-- A merge seals both cases alike and gives the merged one the members of the other. Other services keep who may read of a
-- case by what they are told, so they are told of both; whoever confirms reaches one of them only.
create function who_may_know_of_merge(merge uuid)
returns table (id uuid, district_code text, unit_id uuid, member_ids uuid[], named_ids uuid[], version bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.district_code, f.unit_id, f.member_ids, f.named_ids, f.version
    from child_merge m
    join case_file s on s.id = m.surviving_case
    join case_file f on f.id in (select history_of_case(m.surviving_case) union select history_of_case(m.merged_case))
   where m.id = merge and m.state in ('confirmed', 'undone')
     and nullif(current_setting('app.unit_id', true), '')::uuid in (s.unit_id, (m.before ->> 'unitId')::uuid)
   order by f.id
$$;
revoke execute on function who_may_know_of_merge(uuid) from public;
grant execute on function who_may_know_of_merge(uuid) to ${app};

-- What is written while a case is being sealed waits for it and is sealed, too: the trigger read the case as it was before.
create or replace function task_is_sealed_like_its_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select named_ids into new.named_ids from case_file where id = new.case_id for key share;
  return new;
end $$;

-- A report that is joined to a sealed case is sealed from then on.
create function report_is_sealed_like_its_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select named_ids into new.named_ids from case_file where id = new.case_id for key share;
  return new;
end $$;
revoke execute on function report_is_sealed_like_its_case() from public;
create trigger sealed_like_its_case before update of case_id on concern_report
  for each row when (new.case_id is not null and old.case_id is distinct from new.case_id)
  execute function report_is_sealed_like_its_case();
update concern_report r set named_ids = f.named_ids
  from case_file f
 where f.id = r.case_id and f.named_ids is not null and r.named_ids is distinct from f.named_ids;
-- A transfer that ended before the case was sealed shows it to nobody else either. Who alone may answer, and who was named
-- when a sealed case was offered, keep what they knew.
create policy sealed on case_transfer as restrictive to ${app}
  using (current_setting('app.system', true) = 'on'
      or not sealed_from_caller(case_id)
      or receiver_id = nullif(current_setting('app.staff_id', true), '')::uuid
      or nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids));
