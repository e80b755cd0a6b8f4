-- A search that was narrowed leaves children out: its proof is good for a child only whom it would have found.
alter table child_search
  add column father_keys   bytea[] not null default '{}',
  add column sex           text,
  add column from_year     smallint,
  add column to_year       smallint,
  add column district_code text;
comment on column child_search.father_keys is 'Keyed hashes of the sounds of the father''s name searched for; empty when none was given';
comment on column child_search.sex is 'What the search was narrowed to; null when to nothing';
comment on column child_search.from_year is 'Earliest year of birth looked at; null when every one was';
comment on column child_search.to_year is 'Latest year of birth looked at; null when every one was';
comment on column child_search.district_code is 'The one district that was looked at; null when all were';

-- One more than is shown, so that whoever searches learns that there are more.
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
   limit 21
$$;
