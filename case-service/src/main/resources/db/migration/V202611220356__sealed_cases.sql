-- Sealed cases: a colleague's relative, a child everybody talks about. Who is named knows of the case, and nobody else:
-- it is in no list, search, count, queue or story of anybody else. The policy on case_file hides the case; this hides what
-- would tell that it is there.
create table case_seal (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  unit_id      uuid not null,
  reason       text not null,
  words        bytea not null,
  named_ids    uuid[] not null check (cardinality(named_ids) > 0),
  sealed_by    uuid not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  version      bigint not null,
  constraint end_is_whole check ((ended_at is null) = (ended_by is null))
);
create unique index case_seal_now on case_seal (case_id) where ended_at is null;
create index case_seal_of_case on case_seal (case_id, recorded_at desc);
create index case_seal_newest on case_seal (recorded_at desc, id desc) where ended_at is null;
comment on table case_seal is 'When and why a case was sealed and for whom; a change of the named ends one row and begins the next';
comment on column case_seal.reason is 'Code of the list seal-reason';
comment on column case_seal.words is 'Why, in words; encrypted under the child''s key';
comment on column case_seal.named_ids is 'Who alone knows of the case while it lasts';
alter table case_seal enable row level security;
create policy reach on case_seal to ${app}
  using (exists (select 1 from case_file f where f.id = case_seal.case_id));
grant select, insert, update on case_seal to ${app};

-- The Commission knows how many cases are sealed where and why, and of which case it is not told.
create function seals_without_names()
returns table (id uuid, unit_id uuid, reason text, named integer, happened_at timestamptz, recorded_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.unit_id, s.reason, cardinality(s.named_ids), s.happened_at, s.recorded_at
    from case_seal s
   where s.ended_at is null
     and 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ','))
   order by s.recorded_at desc, s.id desc limit 500
$$;
revoke execute on function seals_without_names() from public;
grant execute on function seals_without_names() to ${app};

create function sealed_from_caller(wanted uuid)
returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('app.system', true) is distinct from 'on'
     and exists (select 1 from case_file f
                  where f.id = wanted and f.named_ids is not null
                    and not coalesce(nullif(current_setting('app.staff_id', true), '')::uuid = any (f.named_ids), false))
$$;
revoke execute on function sealed_from_caller(uuid) from public;
grant execute on function sealed_from_caller(uuid) to ${app};

-- Tasks and the report of a case have reach of their own; a column keeps the seal where an index finds them.
alter table task add column named_ids uuid[];
comment on column task.named_ids is 'Of the case, while it is sealed: who alone knows of the task';
alter table concern_report add column named_ids uuid[];
comment on column concern_report.named_ids is 'Of its case, while that is sealed: who alone reads the report';
create policy sealed on task as restrictive to ${app}
  using (current_setting('app.system', true) = 'on' or named_ids is null
      or nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids));
create policy sealed on concern_report as restrictive to ${app}
  using (current_setting('app.system', true) = 'on' or named_ids is null
      or nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids));

create function seal_follows_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update task set named_ids = new.named_ids where case_id = new.id;
  update concern_report set named_ids = new.named_ids where case_id = new.id;
  return null;
end $$;
create trigger seal_follows after update of named_ids on case_file
  for each row when (old.named_ids is distinct from new.named_ids) execute function seal_follows_case();
create function task_is_sealed_like_its_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select named_ids into new.named_ids from case_file where id = new.case_id;
  return new;
end $$;
create trigger sealed_like_its_case before insert on task
  for each row execute function task_is_sealed_like_its_case();
revoke execute on function seal_follows_case(), task_is_sealed_like_its_case() from public;

-- A link tells its reader the number on the other end: not of a sealed case. The story tells of neither.
create policy sealed on case_link as restrictive to ${app}
  using (not sealed_from_caller(case_id) and not sealed_from_caller(other_case_id));
create policy sealed on timeline_entry as restrictive to ${app}
  using (current_setting('app.system', true) = 'on'
      or case when kind in ('case-linked', 'case-unlinked') then exists (select 1 from case_link l where l.id = timeline_entry.subject_id)
              when kind in ('case-merged', 'case-merged-in', 'merge-undone') then not sealed_from_caller(timeline_entry.subject_id)
              else true end)
  with check (true);

-- Likely duplicates stand before who knows of both cases.
create policy sealed on duplicate_pair as restrictive to ${app}
  using (not sealed_from_caller(one_case) and not sealed_from_caller(other_case));

-- Two records of one child are sealed alike, however they come together and whenever.
create function merged_cases_are_sealed_alike() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_file set named_ids = new.named_ids
   where id in (select merged_case from child_merge where surviving_case = new.id and state = 'confirmed');
  return null;
end $$;
create trigger sealed_alike after update of named_ids on case_file
  for each row when (old.named_ids is distinct from new.named_ids) execute function merged_cases_are_sealed_alike();
create function a_merge_keeps_the_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_file f
     set named_ids = coalesce((select s.named_ids from case_file s where s.id = new.surviving_case),
                              (select m.named_ids from case_file m where m.id = new.merged_case))
   where f.id in (new.surviving_case, new.merged_case)
     and exists (select 1 from case_file e where e.id in (new.surviving_case, new.merged_case) and e.named_ids is not null);
  return null;
end $$;
create trigger keeps_the_seal after insert or update of state on child_merge
  for each row when (new.state = 'confirmed') execute function a_merge_keeps_the_seal();
revoke execute on function merged_cases_are_sealed_alike(), a_merge_keeps_the_seal() from public;

create or replace function case_of_number(wanted text)
returns table (case_id uuid, case_number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, number from case_file where number = wanted and not sealed_from_caller(id)
$$;

-- A search tells nothing of a sealed case: the child is registered again, and the pair of likely duplicates that comes of
-- it stands before the people named, who alone can say so and merge.
create or replace function children_like(given bytea[], father bytea[], numbers bytea[], wanted_number text, birth_year_from int, birth_year_to int, wanted_sex text, wanted_district text)
returns table (child_id uuid, case_id uuid, case_number text, unit_id uuid, sex text, birth_year smallint, number_hit boolean, given_hits int, father_hits int)
language sql stable security definer set search_path = public, pg_temp as $$
  with hit as (
    select k.child_id,
           bool_or(k.purpose in ('phone', 'cnic')) as number_hit,
           count(distinct k.token) filter (where k.purpose = 'given-name')::int as given_hits,
           count(distinct k.token) filter (where k.purpose = 'father-name')::int as father_hits
      from child_search_key k
     where (k.purpose = 'given-name' and k.token = any (given))
        or (k.purpose = 'father-name' and k.token = any (father))
        or (k.purpose in ('phone', 'cnic') and k.token = any (numbers))
     group by k.child_id
  ), found as (
    select h.child_id, h.number_hit, h.given_hits, h.father_hits from hit h
    union all
    select n.child_id, true, 0, 0 from case_file n
     where n.number = wanted_number and not exists (select 1 from hit h where h.child_id = n.child_id)
  )
  select c.id, f.id, f.number, f.unit_id, c.sex, c.birth_year,
         h.number_hit or coalesce(f.number = wanted_number, false), h.given_hits, h.father_hits
    from found h
    join child c on c.id = h.child_id
    join case_file f on f.child_id = c.id
   where not sealed_from_caller(f.id)
     and (h.number_hit
      or f.number = wanted_number
      or ((h.given_hits > 0 or (cardinality(given) = 0 and h.father_hits > 0))
          and (birth_year_from is null or c.birth_year between birth_year_from and birth_year_to)
          and (wanted_sex is null or c.sex = wanted_sex or c.sex = 'x' or wanted_sex = 'x')
          and (wanted_district is null or f.district_code = wanted_district)))
   order by h.number_hit or coalesce(f.number = wanted_number, false) desc, h.given_hits + h.father_hits desc, f.opened_at desc
   limit 20
$$;

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('seal-reason', 'staff-relative', 'The family of a colleague', 'کسی ساتھی کا خاندان', 'د یوه همکار کورنۍ', 1, '2010-01-01'),
  ('seal-reason', 'high-profile', 'Much talked about in public', 'عوام میں بہت زیرِ بحث', 'په خلکو کې ډېر مشهور', 2, '2010-01-01'),
  ('seal-reason', 'threat', 'Somebody looks for the child', 'کوئی بچے کی تلاش میں ہے', 'څوک د ماشوم په لټه کې دی', 3, '2010-01-01'),
  ('seal-reason', 'court-order', 'A court has ordered it', 'عدالت کا حکم ہے', 'محکمې امر کړی', 4, '2010-01-01');
