-- A merge confirmed before members followed has kept none: its merged case still has its own, and undoing leaves them.
create or replace function members_of_merged_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'confirmed' then
    select member_ids into new.members_before from case_file where id = new.merged_case;
    update case_file set member_ids = (select s.member_ids from case_file s where s.id = new.surviving_case)
     where id = new.merged_case;
  else
    update case_file set member_ids = coalesce(new.members_before, member_ids) where id = new.merged_case;
  end if;
  return new;
end $$;
