-- Cases change hands: who works on one besides its owner, and who alone may know of a sealed one.
alter table known_case
  add column member_ids uuid[] not null default '{}',
  add column named_ids  uuid[];
comment on column known_case.member_ids is 'Staff who work on the case besides its owner';
comment on column known_case.named_ids is 'While the case is sealed: staff who alone may know of it; null while it is not';

drop policy reach on known_case;
create policy reach on known_case for select to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
    and (named_ids is null or nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids)));

-- A referral is no more visible to staff than its case. The agency asked keeps what it has.
create policy no_more_than_its_case on referral as restrictive to ${app}
  using (current_setting('app.system', true) = 'on'
      or agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
      or exists (select 1 from known_case c where c.case_id = referral.case_id));

-- A referral goes where its case goes. The consumer of events reads no referral: this runs as the owner of the tables, and
-- moves them to where the case is known to be and nowhere else.
create function referrals_follow_their_case(moved uuid)
returns integer language sql security definer set search_path = public, pg_temp as $$
  update referral r set unit_id = c.unit_id, district_code = c.district_code
    from known_case c
   where c.case_id = moved and r.case_id = moved and current_setting('app.system', true) = 'on';
  select 1
$$;
revoke execute on function referrals_follow_their_case(uuid) from public;
grant execute on function referrals_follow_their_case(uuid) to ${app};
