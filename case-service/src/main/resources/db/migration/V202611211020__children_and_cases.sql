create sequence case_number;
grant usage on sequence case_number to ${app};

create table child (
  id             uuid primary key,
  given_name     bytea not null,
  father_name    bytea,
  known_as       bytea,
  name_script    text not null check (name_script in ('latn', 'arab')),
  sex            text not null check (sex in ('female', 'male', 'x')),
  birth_date     bytea,
  birth_year     smallint not null,
  age_basis      text not null,
  language       text,
  address        bytea,
  safe_contact   bytea,
  recorded_at    timestamptz not null,
  version        bigint not null
);
comment on table child is 'A child as a person, apart from any case. Everything that names or locates the child is encrypted under that child''s own key';
comment on column child.birth_year is 'Known or estimated; the exact date, where known, is encrypted';
comment on column child.age_basis is 'birth-date, or how an estimate was made: stated, document, appearance, assessment (JJSA 2018 s.8 governs age determination)';

create table child_search_key (
  child_id  uuid not null references child on delete cascade,
  purpose   text not null,
  token     bytea not null,
  primary key (token, purpose, child_id)
);
create index child_search_key_by_child on child_search_key (child_id);
comment on table child_search_key is 'Keyed hashes of phonetic name keys, phone and identity numbers: equality can be searched, nothing can be read';

create table case_file (
  id                  uuid primary key,
  number              text not null unique,
  child_id            uuid not null references child,
  concern_report_id   uuid references concern_report,
  unit_id             uuid not null,
  district_code       text not null,
  owner_id            uuid,
  state               text not null,
  concerns            text[] not null,
  risk_level          text check (risk_level in ('high', 'medium', 'low', 'none')),
  risk_set_at         timestamptz,
  risk_assessment_id  uuid,
  opened_at           timestamptz not null,
  recorded_at         timestamptz not null,
  version             bigint not null
);
comment on table case_file is 'The case: one child, one unit responsible, one owner';
comment on column case_file.owner_id is 'Member of staff responsible; null only while no certified colleague could be found';
comment on column case_file.opened_at is 'When the unit took the child on; clocks run from here, whenever it was entered';
create index case_file_by_unit on case_file (unit_id, opened_at desc, id desc);
create index case_file_by_owner on case_file (owner_id, opened_at desc, id desc);
create index case_file_by_child on case_file (child_id);

create table risk_change (
  id              uuid primary key,
  case_id         uuid not null references case_file,
  assessment_id   uuid not null unique,
  level           text not null,
  previous_level  text,
  applied         boolean not null,
  set_at          timestamptz not null,
  recorded_at     timestamptz not null
);
create index risk_change_by_case on risk_change (case_id, set_at);
comment on column risk_change.applied is 'False when the assessment would lower the level: lowering needs a supervisor and a reason';

create table consent (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  purpose      text not null,
  decision     text not null check (decision in ('given', 'refused', 'withdrawn')),
  agency_id    uuid,
  given_by     text not null,
  method       text not null,
  language     text not null,
  happened_at  timestamptz not null,
  expires_on   date,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  constraint sharing_names_an_agency check ((purpose = 'share-information') = (agency_id is not null))
);
create index consent_by_case on consent (case_id, happened_at);
comment on table consent is 'Each consent, assent, refusal and withdrawal as it happened; never changed afterwards';

create table deadline_policy (
  id          uuid primary key,
  task_kind   text not null,
  risk_level  text,
  hours       integer not null check (hours > 0),
  valid_from  date not null,
  valid_to    date,
  source      text not null
);
comment on table deadline_policy is 'How long each step may take, by risk; data with validity, to be replaced by the KP SOP';
comment on column deadline_policy.hours is 'Calendar hours';
insert into deadline_policy values
  ('01900000-0000-7000-8000-000000000001', 'initial-assessment', null, 24, '2010-01-01', null, 'Inter-Agency Guidelines for Case Management and Child Protection (2014): within 24 hours, never over 48'),
  ('01900000-0000-7000-8000-000000000002', 'first-response', 'high', 24, '2010-01-01', null, 'common in country SOPs; to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000000003', 'first-response', 'medium', 72, '2010-01-01', null, 'common in country SOPs; to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000000004', 'first-response', 'low', 168, '2010-01-01', null, 'common in country SOPs; to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000000005', 'ownership-needed', null, 24, '2010-01-01', null, 'a lapsed certificate never blocks an emergency; a supervisor finds an owner');

create table task (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  unit_id      uuid not null,
  district_code text not null,
  owner_id     uuid,
  kind         text not null,
  policy_id    uuid not null references deadline_policy,
  due_at       timestamptz not null,
  state        text not null check (state in ('open', 'done', 'superseded')),
  done_at      timestamptz,
  done_by      uuid,
  note         bytea,
  recorded_at  timestamptz not null,
  version      bigint not null,
  constraint done_has_a_time check ((state = 'done') = (done_at is not null))
);
create index task_open_by_owner on task (owner_id, due_at, id) where state = 'open';
create index task_by_case on task (case_id, due_at);
comment on table task is 'A deadline with an owner; due_at is fixed when it is scheduled';

create table child_search (
  token_hash   bytea primary key,
  searched_by  uuid not null,
  searched_at  timestamptz not null,
  expires_at   timestamptz not null
);
comment on table child_search is 'Proof that somebody searched before registering a child; the terms are not kept';

alter table case_file enable row level security;
create policy reach on case_file to ${app}
  using (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
alter table child enable row level security;
create policy reach on child to ${app}
  using (current_setting('app.system', true) = 'on'
      or exists (select 1 from case_file f where f.child_id = child.id))
  with check (nullif(current_setting('app.unit_id', true), '') is not null);
alter table consent enable row level security;
create policy reach on consent to ${app}
  using (exists (select 1 from case_file f where f.id = consent.case_id));
alter table risk_change enable row level security;
create policy reach on risk_change to ${app}
  using (exists (select 1 from case_file f where f.id = risk_change.case_id));
alter table task enable row level security;
create policy reach on task to ${app}
  using (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
alter table child_search enable row level security;
create policy own on child_search to ${app}
  using (searched_by = nullif(current_setting('app.staff_id', true), '')::uuid);

-- Beyond one's unit a search shows only what prevents a duplicate. The function runs as the owner of the tables, to
-- whom the policies above do not apply, and gives out nothing that names or locates a child.
create function children_like(given bytea[], father bytea[], numbers bytea[], birth_year_from int, birth_year_to int, wanted_sex text)
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
  )
  select c.id, f.id, f.number, f.unit_id, c.sex, c.birth_year, h.number_hit, h.given_hits, h.father_hits
    from hit h
    join child c on c.id = h.child_id
    join case_file f on f.child_id = c.id
   where h.number_hit
      or (h.given_hits > 0
          and (birth_year_from is null or c.birth_year between birth_year_from and birth_year_to)
          and (wanted_sex is null or c.sex = wanted_sex or c.sex = 'x' or wanted_sex = 'x'))
   order by h.number_hit desc, h.given_hits + h.father_hits desc, f.opened_at desc
   limit 20
$$;
revoke execute on function children_like(bytea[], bytea[], bytea[], int, int, text) from public;
grant execute on function children_like(bytea[], bytea[], bytea[], int, int, text) to ${app};

grant select, insert, update on child, case_file, task to ${app};
grant select, insert on consent, risk_change, child_search to ${app};
grant delete on child_search to ${app};
grant select, insert, delete on child_search_key to ${app};
grant select on deadline_policy to ${app};
