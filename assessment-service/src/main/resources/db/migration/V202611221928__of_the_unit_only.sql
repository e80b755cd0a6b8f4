-- Whoever changes to another unit leaves the cases of the former one, there as in the case service: an owner, a member or
-- somebody named reads of a case while it is their unit's.
create or replace function works_on_case(the_case uuid) returns boolean language sql stable as $$
  select exists (
    select from known_case k
    where k.case_id = the_case
      and k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.member_ids)
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.named_ids)
        or 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))
$$;
comment on function works_on_case(uuid) is 'Whether the present caller works on the case or supervises its unit, and is of that unit';
alter policy known_case_reach on known_case using (
  nullif(current_setting('app.system', true), '') = 'on'
  or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
    and (named_ids is null or nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids))));
