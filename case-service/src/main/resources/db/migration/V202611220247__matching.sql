create table child_marks (
  child_id       uuid primary key references child on delete cascade,
  sex            text not null,
  birth_year     smallint not null,
  year_basis     text not null check (year_basis in ('date', 'year', 'estimate')),
  district_code  text not null,
  given          bigint[] not null,
  father         bigint[] not null,
  known_as       bigint[] not null,
  numbers        bigint[] not null,
  blocks         bigint[] not null,
  version        smallint not null
);
comment on table child_marks is 'What is kept of a child to find the same child again: keyed hashes that can be compared and not read';
comment on column child_marks.given is 'Sixty bits of keyed hash with the kind in the last four: 0 spelling, 1 sound, 2 consonants, 3 one left out, 4 word, 5 two words as one';
comment on column child_marks.numbers is 'Likewise: 6 phone, 7 identity number, 8 birth date, 9 birth date with day and month exchanged';
comment on column child_marks.blocks is 'Under what the child is looked for; two children worth comparing share one';
comment on column child_marks.version is 'Way in which the marks were made; a newer way makes them anew';
create index child_marks_by_block on child_marks using gin (blocks) with (fastupdate = off);
create index child_marks_by_version on child_marks (version);

create table child_to_match (
  child_id  uuid primary key references child on delete cascade,
  since     timestamptz not null default now()
);
comment on table child_to_match is 'Children to be compared with all others, because they are new or something of theirs changed; emptied in the background';
create index child_to_match_oldest on child_to_match (since);

create table name_frequency (
  field     text not null check (field in ('given', 'father', 'all')),
  mark      bigint not null,
  children  integer not null,
  primary key (field, mark)
);
comment on table name_frequency is 'How many registered children have a name or a word of one, counted from child_marks: a rare name tells more than a common one. Row all: how many were counted';

alter table child_marks enable row level security;
create policy the_matcher on child_marks to ${app} using (current_setting('app.system', true) = 'on');
alter table child_to_match enable row level security;
create policy the_matcher on child_to_match to ${app} using (current_setting('app.system', true) = 'on');
alter table name_frequency enable row level security;
create policy the_matcher on name_frequency to ${app} using (current_setting('app.system', true) = 'on');
grant select, insert, update, delete on child_marks, child_to_match, name_frequency to ${app};

-- Whoever writes to a child, in whatever way, has the child compared again.
create function compare_child_again() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into child_to_match (child_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create function compare_child_of_case_again() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into child_to_match (child_id) values (new.child_id) on conflict do nothing;
  return null;
end $$;
create function compare_children_of_keys_again() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into child_to_match (child_id) select distinct child_id from fresh where purpose in ('phone', 'cnic') on conflict do nothing;
  return null;
end $$;
create trigger compare_again after insert or update of given_name, father_name, given_name_other, father_name_other, known_as, sex, birth_date, birth_year, age_basis on child
  for each row execute function compare_child_again();
create trigger compare_again after insert or update of district_code on case_file
  for each row execute function compare_child_of_case_again();
create trigger compare_again after insert on child_search_key
  referencing new table as fresh for each statement execute function compare_children_of_keys_again();
insert into child_to_match (child_id) select id from child on conflict do nothing;

-- The overlap of arrays is not leakproof, so that a policy would keep it from its index: this runs as the owner of the
-- table and answers the matcher only.
create function children_sharing_a_block(wanted bigint[], at_most int)
returns setof child_marks
language sql stable security definer set search_path = public, pg_temp as $$
  select * from child_marks where blocks && wanted and current_setting('app.system', true) = 'on' limit at_most
$$;
create function numbers_of_children(children uuid[])
returns table (child_id uuid, purpose text, token bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.child_id, k.purpose, k.token from child_search_key k
   where k.child_id = any (children) and k.purpose in ('phone', 'cnic') and current_setting('app.system', true) = 'on'
$$;
revoke execute on function children_sharing_a_block(bigint[], int), numbers_of_children(uuid[]),
  compare_child_again(), compare_child_of_case_again(), compare_children_of_keys_again() from public;
grant execute on function children_sharing_a_block(bigint[], int), numbers_of_children(uuid[]) to ${app};
