-- What a merged case was found to be at is what the child is at: the surviving case is raised to it, and put back when
-- the merge is undone and nobody has assessed it since.
alter table child_merge
  add column risk_followed boolean not null default false,
  add column risk_before   jsonb;
comment on column child_merge.risk_followed is 'Whether the surviving case was compared with the risk of the merged one';
comment on column child_merge.risk_before is 'The surviving case''s level before it was raised to that of the merged one: level, assessment, setAt, and the assessment it was raisedBy; null when it was not';
create index child_merge_risk on child_merge (id)
  where (state = 'confirmed' and not risk_followed) or (state = 'undone' and risk_before is not null);
alter table risk_change drop constraint risk_change_assessment_id_key;
create unique index risk_change_once on risk_change (case_id, assessment_id);

-- An emergency opens notes and documents that everybody on the case reads, never those kept for a few, whatever the
-- reader's role is elsewhere.
create policy in_emergency on case_note as restrictive for select to ${app}
  using (kind = 'ordinary' or case_id <> all ((select cases_in_emergency())::uuid[]));
create policy in_emergency on case_document as restrictive for select to ${app}
  using (kept = 'ordinary' or state = 'arriving' or case_id <> all ((select cases_in_emergency())::uuid[]));

-- How much somebody carries counts sealed cases, too, or the limits would mean nothing; numbers, and nothing to tell which.
create function open_cases_counted()
returns table (unit_id uuid, owner_id uuid, risk_level text, open bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.unit_id, f.owner_id, f.risk_level, count(*)
    from case_file f
   where f.state <> 'closed' and f.owner_id is not null
     and (current_setting('app.system', true) = 'on' or f.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid)
   group by f.unit_id, f.owner_id, f.risk_level
$$;
revoke execute on function open_cases_counted() from public;
grant execute on function open_cases_counted() to ${app};
