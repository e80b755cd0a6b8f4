create table child_merge (
  id                    uuid primary key,
  pair_id               uuid not null references duplicate_pair,
  surviving_case        uuid not null references case_file,
  merged_case           uuid not null references case_file,
  state                 text not null check (state in ('proposed', 'confirmed', 'turned-down', 'undone')),
  proposed_by           uuid not null,
  proposed_unit         uuid not null,
  proposed_at           timestamptz not null,
  recorded_at           timestamptz not null,
  decided_by            uuid,
  decided_at            timestamptz,
  decision_recorded_at  timestamptz,
  undone_by             uuid,
  undone_at             timestamptz,
  undo_recorded_at      timestamptz,
  undo_reason           text check (undo_reason in ('not-the-same', 'wrong-way-round', 'other')),
  before                jsonb,
  taken                 text[] not null,
  taken_words           bytea,
  version               bigint not null,
  constraint two_people check (state in ('proposed', 'turned-down') or decided_by <> proposed_by),
  constraint decision_is_whole check ((state = 'proposed') = (decided_at is null)),
  constraint undoing_is_whole check ((state = 'undone') = (undone_at is not null and undo_reason is not null)),
  constraint two_cases check (surviving_case <> merged_case)
);
comment on table child_merge is 'That two records are one child: proposed by one person, confirmed by another, undone where it was wrong. No record is lost by it';
comment on column child_merge.before is 'What the merge changed of the merged case, as it was: codes, ids and times, no words. Undoing restores it';
comment on column child_merge.taken is 'Parts of what is known of the child that the surviving record takes from the other one: codes as in names or address';
comment on column child_merge.taken_words is 'Those parts as they were and as they were taken, encrypted under the key of the surviving child: undoing puts back what nobody changed since';
create unique index child_merge_pending on child_merge (pair_id) where state = 'proposed';
create unique index child_merge_once on child_merge (merged_case) where state in ('proposed', 'confirmed');
create index child_merge_of_surviving on child_merge (surviving_case) where state = 'confirmed';
create index child_merge_by_pair on child_merge (pair_id, proposed_at);
alter table child_merge enable row level security;
create policy reach on child_merge to ${app}
  using (exists (select 1 from duplicate_pair p where p.id = child_merge.pair_id));
grant select, insert, update on child_merge to ${app};

-- A pair may lie over two units, and whoever confirms reaches one of the cases only: both functions run as the owner of
-- the tables, and only for a merge that stands confirmed or undone by a supervisor of one of the two units.
create function join_cases(merge uuid, at timestamptz, recorded timestamptz, entries uuid[])
returns case_file language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m child_merge;
  survivor case_file;
  merged case_file;
  tasks uuid[];
  approvals uuid[];
begin
  select * into strict m from child_merge where id = merge and state = 'confirmed' and before is null for update;
  perform 1 from case_file where id in (m.surviving_case, m.merged_case) order by id for update;
  select * into strict survivor from case_file where id = m.surviving_case;
  select * into strict merged from case_file where id = m.merged_case;
  if nullif(current_setting('app.unit_id', true), '')::uuid not in (survivor.unit_id, merged.unit_id) then
    raise insufficient_privilege;
  end if;
  with ended as (
    update task set state = 'superseded', version = version + 1 where case_id = merged.id and state = 'open' returning id)
  select coalesce(array_agg(id order by id), '{}') into tasks from ended;
  with ended as (
    update approval set state = 'withdrawn', version = version + 1 where case_id = merged.id and state = 'pending' returning id)
  select coalesce(array_agg(id order by id), '{}') into approvals from ended;
  insert into case_closure (id, case_id, episode, reason, state, child_informed, caregiver_informed, attempts, proposed_by,
    happened_at, recorded_at, closed_at, overridden, version)
  values (entries[3], merged.id, merged.episode, 'duplicate-merged', 'closed', false, false, '{}', m.proposed_by, at, recorded, at, '{}', 0);
  update child_merge set before = jsonb_build_object('unitId', merged.unit_id, 'ownerId', merged.owner_id, 'state', merged.state,
    'stateSince', merged.state_since, 'closedAt', merged.closed_at,
    'closure', entries[3], 'tasks', to_jsonb(tasks), 'approvals', to_jsonb(approvals))
   where id = merge;
  update case_file set unit_id = survivor.unit_id, owner_id = survivor.owner_id, state = 'closed', state_since = at,
    closed_at = at, version = version + 1 where id = merged.id returning * into merged;
  insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes) values
    (entries[1], survivor.id, 'case-merged-in', at, recorded, m.decided_by, merged.id, array[merged.number]),
    (entries[2], merged.id, 'case-merged', at, recorded, m.decided_by, survivor.id, array[survivor.number]);
  return merged;
end $$;

create function part_cases(merge uuid, at timestamptz, recorded timestamptz, entries uuid[])
returns case_file language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m child_merge;
  survivor case_file;
  restored case_file;
begin
  select * into strict m from child_merge where id = merge and state = 'undone' and before is not null for update;
  select * into strict survivor from case_file where id = m.surviving_case;
  if nullif(current_setting('app.unit_id', true), '')::uuid is distinct from survivor.unit_id then
    raise insufficient_privilege;
  end if;
  update case_file set unit_id = (m.before ->> 'unitId')::uuid, owner_id = (m.before ->> 'ownerId')::uuid,
    state = m.before ->> 'state', state_since = (m.before ->> 'stateSince')::timestamptz,
    closed_at = (m.before ->> 'closedAt')::timestamptz, version = version + 1 where id = m.merged_case returning * into restored;
  update task set state = 'open', version = version + 1
   where state = 'superseded' and id in (select value::uuid from jsonb_array_elements_text(m.before -> 'tasks'));
  update approval set state = 'pending', version = version + 1
   where state = 'withdrawn' and id in (select value::uuid from jsonb_array_elements_text(m.before -> 'approvals'));
  delete from case_closure where id = (m.before ->> 'closure')::uuid;
  insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes)
  select entries[1], survivor.id, 'merge-undone', at, recorded, m.undone_by, m.merged_case, array[m.undo_reason]
  union all
  select entries[2], m.merged_case, 'merge-undone', at, recorded, m.undone_by, survivor.id, array[m.undo_reason];
  return restored;
end $$;

-- The clocks that a merge stopped, wherever the case is now: others are told of each.
create function clocks_of_merge(merge uuid)
returns setof task language sql stable security definer set search_path = public, pg_temp as $$
  select t.* from child_merge m
    join case_file s on s.id = m.surviving_case
    join task t on t.case_id = m.merged_case and t.id in (select value::uuid from jsonb_array_elements_text(m.before -> 'tasks'))
   where m.id = merge
     and nullif(current_setting('app.unit_id', true), '')::uuid in (s.unit_id, (m.before ->> 'unitId')::uuid)
$$;
revoke execute on function clocks_of_merge(uuid) from public;
grant execute on function clocks_of_merge(uuid) to ${app};

-- A merged case stays with the one that goes on, through every later owner and unit of it.
create function merged_cases_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_file set unit_id = new.unit_id, owner_id = new.owner_id, version = version + 1
   where id in (select merged_case from child_merge where surviving_case = new.id and state = 'confirmed' and before is not null);
  return null;
end $$;
revoke execute on function merged_cases_follow() from public;
create trigger merged_cases_follow after update of unit_id, owner_id on case_file
  for each row when (old.unit_id is distinct from new.unit_id or old.owner_id is distinct from new.owner_id)
  execute function merged_cases_follow();

-- A case and every one that went into it, also by way of another.
create function history_of_case(wanted uuid)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive part as (
    select wanted as id
    union
    select m.merged_case from part join child_merge m on m.surviving_case = part.id and m.state = 'confirmed')
  select id from part
$$;
revoke execute on function history_of_case(uuid) from public;
grant execute on function history_of_case(uuid) to ${app};

-- Where the history of merged cases goes on. Of a case beyond reach this tells what a search does: its number and unit.
create function where_cases_went(cases uuid[])
returns table (case_id uuid, survivor_id uuid, number text, unit_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive way as (
    select m.merged_case as first, m.surviving_case as at from child_merge m
     where m.merged_case = any (cases) and m.state = 'confirmed'
    union
    select way.first, m.surviving_case from way join child_merge m on m.merged_case = way.at and m.state = 'confirmed')
  select way.first, f.id, f.number, f.unit_id from way join case_file f on f.id = way.at
   where not exists (select 1 from child_merge m where m.merged_case = way.at and m.state = 'confirmed')
     and may_stand_beside(f.id)
$$;
revoke execute on function where_cases_went(uuid[]) from public;
grant execute on function where_cases_went(uuid[]) to ${app};

-- A case goes into one other only; the pair that it does so for may be out of the caller's reach.
create function goes_into_another(wanted uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from child_merge where merged_case = wanted and state in ('proposed', 'confirmed'))
$$;
revoke execute on function goes_into_another(uuid) from public;
grant execute on function goes_into_another(uuid) to ${app};
revoke execute on function join_cases(uuid, timestamptz, timestamptz, uuid[]), part_cases(uuid, timestamptz, timestamptz, uuid[]) from public;
grant execute on function join_cases(uuid, timestamptz, timestamptz, uuid[]), part_cases(uuid, timestamptz, timestamptz, uuid[]) to ${app};
