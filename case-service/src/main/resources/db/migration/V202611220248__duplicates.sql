create table duplicate_pair (
  id               uuid primary key,
  one_child        uuid not null references child on delete cascade,
  other_child      uuid not null references child on delete cascade,
  one_case         uuid not null references case_file,
  other_case       uuid not null references case_file,
  one_unit         uuid not null,
  other_unit       uuid not null,
  zone             text not null check (zone in ('likely', 'possible')),
  chance           double precision not null,
  weight           double precision not null,
  parts            jsonb not null,
  weights_version  smallint not null,
  found_at         timestamptz not null,
  state            text not null check (state in ('open', 'unsure', 'different', 'same', 'merged', 'gone')),
  version          bigint not null,
  constraint each_pair_once unique (one_child, other_child),
  constraint in_order check (one_child < other_child)
);
comment on table duplicate_pair is 'Two registered children who may be one, why, and what people decided. Nothing is merged by itself';
comment on column duplicate_pair.parts is 'The explanation: what each comparison adds or takes away, in bits; codes and numbers, no words';
comment on column duplicate_pair.chance is 'Between 0 and 1, by the weights of that version';
comment on column duplicate_pair.state is 'gone: what was found is no longer so, because a record was corrected';
create index duplicate_pair_of_one_unit on duplicate_pair (one_unit, state, found_at desc, id desc);
create index duplicate_pair_of_other_unit on duplicate_pair (other_unit, state, found_at desc, id desc);
create index duplicate_pair_of_other_child on duplicate_pair (other_child);
create index duplicate_pair_of_one_case on duplicate_pair (one_case);
create index duplicate_pair_of_other_case on duplicate_pair (other_case);

create table duplicate_decision (
  id           uuid primary key,
  pair_id      uuid not null references duplicate_pair on delete cascade,
  decision     text not null check (decision in ('same', 'different', 'unsure')),
  decided_by   uuid not null,
  unit_id      uuid not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null
);
comment on table duplicate_decision is 'What somebody thought of a pair and when; never changed';
create index duplicate_decision_by_pair on duplicate_decision (pair_id, recorded_at);

-- Whether a case may stand beside another before whoever asks: every list of pairs, both sides of one, and the way from
-- a merged case to the one that goes on ask here. Cases that only named people may know of are told apart here.
create function may_stand_beside(wanted uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$ select wanted is not null $$;
revoke execute on function may_stand_beside(uuid) from public;
grant execute on function may_stand_beside(uuid) to ${app};

-- A pair over two units stands before both; who reaches neither case does not learn of it.
alter table duplicate_pair enable row level security;
create policy reach on duplicate_pair to ${app}
  using (current_setting('app.system', true) = 'on'
      or (exists (select 1 from case_file f where f.id = duplicate_pair.one_case or f.id = duplicate_pair.other_case)
          and may_stand_beside(one_case) and may_stand_beside(other_case)));
alter table duplicate_decision enable row level security;
create policy reach on duplicate_decision to ${app}
  using (exists (select 1 from duplicate_pair p where p.id = duplicate_decision.pair_id));
grant select, insert, update on duplicate_pair to ${app};
grant select, insert on duplicate_decision to ${app};

-- The pair goes where its case goes.
create function duplicates_follow_their_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update duplicate_pair set one_unit = new.unit_id where one_case = new.id;
  update duplicate_pair set other_unit = new.unit_id where other_case = new.id;
  return null;
end $$;
revoke execute on function duplicates_follow_their_case() from public;
create trigger duplicates_follow after update of unit_id on case_file
  for each row when (old.unit_id is distinct from new.unit_id) execute function duplicates_follow_their_case();

-- What prevents a duplicate, of the side that is out of the caller's reach: number, unit, sex and year, nothing that
-- names or locates a child. Only for pairs with a side of the caller's own unit.
create function sides_of_pairs(pairs uuid[])
returns table (case_id uuid, child_id uuid, number text, unit_id uuid, district_code text, owner_id uuid, state text, sex text, birth_year smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.child_id, f.number, f.unit_id, f.district_code, f.owner_id, f.state, c.sex, c.birth_year
    from duplicate_pair p
    join case_file f on f.id in (p.one_case, p.other_case)
    join child c on c.id = f.child_id
   where p.id = any (pairs)
     and nullif(current_setting('app.unit_id', true), '')::uuid in (p.one_unit, p.other_unit)
     and may_stand_beside(p.one_case) and may_stand_beside(p.other_case)
$$;
revoke execute on function sides_of_pairs(uuid[]) from public;
grant execute on function sides_of_pairs(uuid[]) to ${app};
