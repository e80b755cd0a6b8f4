-- Cases change hands: who works on one besides its owner, and who alone may know of a sealed one.
alter table known_case
  add column member_ids uuid[] not null default '{}',
  add column named_ids  uuid[];
comment on column known_case.member_ids is 'Staff who work on the case besides its owner';
comment on column known_case.named_ids is 'While the case is sealed: staff who alone may know of it; null while it is not';

drop policy known_case_reach on known_case;
create policy known_case_reach on known_case for select using (
  nullif(current_setting('app.system', true), '') = 'on'
  or case when named_ids is null
          then owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
            or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          else nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids) end);

-- The case's own policy holds within these: what is sealed from somebody is not there for them.
drop policy assessment_reach on assessment;
create policy assessment_reach on assessment for select using (
  exists (
    select from known_case k
    where k.case_id = assessment.case_id
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.member_ids)
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.named_ids)
        or (k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))));
drop policy assessment_by_staff on assessment;
create policy assessment_by_staff on assessment for insert with check (
  conducted_by = nullif(current_setting('app.staff_id', true), '')::uuid
  and exists (
    select from known_case k
    where k.case_id = assessment.case_id
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.member_ids)
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.named_ids)
        or (k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))));
