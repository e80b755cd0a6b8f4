-- Whoever works on the case that goes on reads what was written in the merged one, members included: as its unit and its
-- owner, its members follow those of the case that goes on, and an undone merge gives back who they were.
alter table child_merge add column members_before uuid[];
comment on column child_merge.members_before is 'Who worked on the merged case besides its owner when it was merged';

create function members_of_merged_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'confirmed' then
    select member_ids into new.members_before from case_file where id = new.merged_case;
    update case_file set member_ids = (select s.member_ids from case_file s where s.id = new.surviving_case)
     where id = new.merged_case;
  else
    update case_file set member_ids = coalesce(new.members_before, '{}') where id = new.merged_case;
  end if;
  return new;
end $$;
revoke execute on function members_of_merged_case() from public;
create trigger members_join before update of before on child_merge
  for each row when (old.before is null and new.before is not null) execute function members_of_merged_case();
create trigger members_part before update of state on child_merge
  for each row when (old.state = 'confirmed' and new.state = 'undone' and new.before is not null)
  execute function members_of_merged_case();

create function members_of_merged_cases_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_file set member_ids = new.member_ids, version = version + 1
   where id in (select merged_case from child_merge where surviving_case = new.id and state = 'confirmed' and before is not null);
  return null;
end $$;
revoke execute on function members_of_merged_cases_follow() from public;
create trigger members_of_merged_follow after update of member_ids on case_file
  for each row when (old.member_ids is distinct from new.member_ids) execute function members_of_merged_cases_follow();
