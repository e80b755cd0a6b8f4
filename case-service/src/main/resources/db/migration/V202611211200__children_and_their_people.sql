alter table child
  add column given_name_other    bytea,
  add column father_name_other   bytea,
  add column languages           text[] not null default '{}',
  add column identity_kind       text check (identity_kind in ('b-form', 'juvenile-card', 'cnic')),
  add column identity_number     bytea,
  add column disabilities        text[] not null default '{}',
  add column disability_details  bytea,
  add column schooling           text,
  add column school_kind         text,
  add column school_name         bytea,
  add column school_grade        text,
  add column care_arrangement    text,
  add column care_since          date,
  add column care_details        bytea,
  add constraint an_identity_number_has_a_kind check ((identity_kind is null) = (identity_number is null));
comment on column child.given_name_other is 'The same name in the other script, encrypted';
comment on column child.languages is 'Codes of the list language, the one to talk with the child in first';
comment on column child.identity_number is 'The child''s own number, encrypted; finding it again goes through its keyed hash';
comment on column child.disabilities is 'Codes of the list disability: the domains of the Washington Group Short Set in which the child has a lot of difficulty or cannot do it at all';
comment on column child.care_arrangement is 'Code of the list care-arrangement: who looks after the child now';
update child set languages = array[language] where language is not null;

create table case_person (
  id               uuid primary key,
  case_id          uuid not null references case_file,
  relation         text not null,
  roles            text[] not null check (roles <@ array['household', 'caregiver', 'guardian', 'safe-adult', 'person-of-concern', 'emergency-contact']),
  name             bytea not null,
  phone            bytea,
  identity_number  bytea,
  address          bytea,
  note             bytea,
  sex              text check (sex in ('female', 'male', 'x')),
  birth_year       smallint,
  valid_from       date,
  valid_to         date,
  recorded_by      uuid not null,
  recorded_at      timestamptz not null,
  version          bigint not null,
  constraint person_leaves_after_coming check (valid_to is null or valid_from is null or valid_to >= valid_from),
  constraint person_of_concern_is_no_safe_adult check (not (roles @> array['safe-adult', 'person-of-concern']))
);
create index case_person_of_case on case_person (case_id, recorded_at, id);
comment on table case_person is 'Persons around a child: household, caregivers, guardians, safe adults, persons of concern. Everything that names or locates them is encrypted under the child''s key';
comment on column case_person.relation is 'What the person is to the child: code of the list person-relation';
comment on column case_person.valid_from is 'Since when the relation and roles hold; null when nobody knows';
comment on column case_person.valid_to is 'Last day they held; null while they hold';

create table safe_place (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  kind         text not null,
  name         bytea not null,
  directions   bytea,
  contact      bytea,
  valid_from   date,
  valid_to     date,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  version      bigint not null,
  constraint place_ends_after_it_begins check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index safe_place_of_case on safe_place (case_id, recorded_at, id);
comment on table safe_place is 'Where a child can go when home is not safe; name, directions and contact encrypted under the child''s key';

create table case_link (
  id                 uuid primary key,
  case_id            uuid not null references case_file,
  case_number        text not null,
  other_case_id      uuid not null references case_file,
  other_case_number  text not null,
  kind               text not null,
  happened_at        timestamptz not null,
  recorded_by        uuid not null,
  recorded_at        timestamptz not null,
  ended_at           timestamptz,
  ended_by           uuid,
  version            bigint not null,
  constraint a_case_is_not_linked_to_itself check (case_id <> other_case_id)
);
create unique index case_link_once on case_link (least(case_id, other_case_id), greatest(case_id, other_case_id), kind) where ended_at is null;
create index case_link_of_case on case_link (case_id);
create index case_link_of_other_case on case_link (other_case_id);
comment on table case_link is 'Two cases whose children belong together, seen from both: siblings, victims of the same act, one household';
comment on column case_link.other_case_number is 'Kept here because the other case may lie beyond the reader''s reach; a number never changes';

alter table case_person enable row level security;
create policy reach on case_person to ${app}
  using (exists (select 1 from case_file f where f.id = case_person.case_id));
alter table safe_place enable row level security;
create policy reach on safe_place to ${app}
  using (exists (select 1 from case_file f where f.id = safe_place.case_id));
alter table case_link enable row level security;
create policy reach on case_link to ${app}
  using (exists (select 1 from case_file f where f.id in (case_link.case_id, case_link.other_case_id)));
grant select, insert, update on case_person, safe_place, case_link to ${app};

-- A number read off a paper finds its case whichever unit has it; a search tells no less.
create function case_of_number(wanted text)
returns table (case_id uuid, case_number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, number from case_file where number = wanted
$$;
revoke execute on function case_of_number(text) from public;
grant execute on function case_of_number(text) to ${app};

-- A link is part of the story of both cases, also when the one who says so reaches only one of them.
create function tell_linked_case(entry uuid, link uuid, of_case uuid, what text, happened timestamptz, noted timestamptz, by_whom uuid)
returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes)
  select entry, case when l.case_id = of_case then l.other_case_id else l.case_id end, what, happened, noted, by_whom, l.id,
         array[l.kind, case when l.case_id = of_case then l.case_number else l.other_case_number end]
    from case_link l
    join case_file f on f.id = of_case and f.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
   where l.id = link and of_case in (l.case_id, l.other_case_id)
  returning id
$$;
revoke execute on function tell_linked_case(uuid, uuid, uuid, text, timestamptz, timestamptz, uuid) from public;
grant execute on function tell_linked_case(uuid, uuid, uuid, text, timestamptz, timestamptz, uuid) to ${app};

-- Keyed hashes are written by the application and read by nobody but the search. When a name is corrected, its old
-- hashes go; the function checks what the policies on the child would.
create function change_child_keys(whose uuid, gone_purposes text[], gone_tokens bytea[], new_purposes text[], new_tokens bytea[])
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.system', true) is distinct from 'on' and not exists (
    select 1 from case_file f
     where f.child_id = whose and f.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid) then
    raise exception 'child out of reach' using errcode = 'insufficient_privilege';
  end if;
  delete from child_search_key k
   using unnest(gone_purposes, gone_tokens) as gone(purpose, token)
   where k.child_id = whose and k.purpose = gone.purpose and k.token = gone.token;
  insert into child_search_key (child_id, purpose, token)
  select whose, fresh.purpose, fresh.token from unnest(new_purposes, new_tokens) as fresh(purpose, token)
  on conflict do nothing;
end
$$;
revoke execute on function change_child_keys(uuid, text[], bytea[], text[], bytea[]) from public;
grant execute on function change_child_keys(uuid, text[], bytea[], text[], bytea[]) to ${app};

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('disability', 'seeing', 'Seeing', 'دیکھنے میں', 'لیدل', 1, '2010-01-01'),
  ('disability', 'hearing', 'Hearing', 'سننے میں', 'اورېدل', 2, '2010-01-01'),
  ('disability', 'walking', 'Walking or climbing steps', 'چلنے یا سیڑھی چڑھنے میں', 'تلل یا په زینو ختل', 3, '2010-01-01'),
  ('disability', 'remembering', 'Remembering or concentrating', 'یاد رکھنے یا توجہ دینے میں', 'یادول یا تمرکز', 4, '2010-01-01'),
  ('disability', 'self-care', 'Self-care', 'اپنی دیکھ بھال میں', 'د ځان پالنه', 5, '2010-01-01'),
  ('disability', 'communicating', 'Communicating', 'بات سمجھنے یا سمجھانے میں', 'خبرې کول او پوهېدل', 6, '2010-01-01'),
  ('schooling', 'attending', 'Goes to school', 'سکول جاتا یا جاتی ہے', 'ښوونځي ته ځي', 1, '2010-01-01'),
  ('schooling', 'irregular', 'Goes irregularly', 'بے قاعدہ جاتا یا جاتی ہے', 'ناسم ځي', 2, '2010-01-01'),
  ('schooling', 'dropped-out', 'Dropped out', 'سکول چھوڑ دیا', 'ښوونځی یې پرېښی', 3, '2010-01-01'),
  ('schooling', 'never', 'Never went', 'کبھی نہیں گیا یا گئی', 'هېڅکله نه دی تللی', 4, '2010-01-01'),
  ('schooling', 'too-young', 'Too young', 'عمر کم ہے', 'لا کوچنی دی', 5, '2010-01-01'),
  ('school-kind', 'government', 'Government school', 'سرکاری سکول', 'دولتي ښوونځی', 1, '2010-01-01'),
  ('school-kind', 'private', 'Private school', 'نجی سکول', 'شخصي ښوونځی', 2, '2010-01-01'),
  ('school-kind', 'madrasa', 'Madrasa', 'مدرسہ', 'مدرسه', 3, '2010-01-01'),
  ('school-kind', 'non-formal', 'Non-formal centre', 'غیر رسمی مرکز', 'نارسمي مرکز', 4, '2010-01-01'),
  ('school-kind', 'other', 'Other', 'دیگر', 'نور', 5, '2010-01-01'),
  ('care-arrangement', 'parents', 'Parents', 'والدین', 'مور او پلار', 1, '2010-01-01'),
  ('care-arrangement', 'one-parent', 'One parent', 'والد یا والدہ', 'مور یا پلار', 2, '2010-01-01'),
  ('care-arrangement', 'step-parent', 'Step-parent', 'سوتیلے والد یا والدہ', 'میره یا پلندر', 3, '2010-01-01'),
  ('care-arrangement', 'adult-sibling', 'Adult sibling', 'بالغ بھائی یا بہن', 'لوی ورور یا خور', 4, '2010-01-01'),
  ('care-arrangement', 'kinship', 'Relatives', 'رشتہ دار', 'خپلوان', 5, '2010-01-01'),
  ('care-arrangement', 'customary', 'Customary caregiver', 'رواجی سرپرست', 'دودیز پالونکی', 6, '2010-01-01'),
  ('care-arrangement', 'kafala', 'Kafala', 'کفالہ', 'کفاله', 7, '2010-01-01'),
  ('care-arrangement', 'foster', 'Foster family', 'فوسٹر (پرورش کرنے والا) خاندان', 'پالونکې کورنۍ', 8, '2010-01-01'),
  ('care-arrangement', 'residential', 'Residential care', 'رہائشی ادارہ', 'د اوسېدو اداره', 9, '2010-01-01'),
  ('care-arrangement', 'unrelated-adult', 'Unrelated adult', 'غیر رشتہ دار بالغ', 'پردی لوی کس', 10, '2010-01-01'),
  ('care-arrangement', 'employer', 'Employer', 'آجر', 'کارګمارونکی', 11, '2010-01-01'),
  ('care-arrangement', 'in-laws', 'Spouse or in-laws', 'شریکِ حیات یا سسرال', 'مېړه، ښځه یا خسرګنۍ', 12, '2010-01-01'),
  ('care-arrangement', 'child-headed', 'Household headed by a child', 'بچے کی سربراہی میں گھرانہ', 'د ماشوم په مشرۍ کورنۍ', 13, '2010-01-01'),
  ('care-arrangement', 'independent', 'Lives alone', 'اکیلا رہتا یا رہتی ہے', 'یوازې اوسېږي', 14, '2010-01-01'),
  ('care-arrangement', 'none', 'Nobody', 'کوئی نہیں', 'هېڅوک نه', 15, '2010-01-01'),
  ('person-relation', 'mother', 'Mother', 'والدہ', 'مور', 1, '2010-01-01'),
  ('person-relation', 'father', 'Father', 'والد', 'پلار', 2, '2010-01-01'),
  ('person-relation', 'step-mother', 'Stepmother', 'سوتیلی ماں', 'میره', 3, '2010-01-01'),
  ('person-relation', 'step-father', 'Stepfather', 'سوتیلا باپ', 'پلندر', 4, '2010-01-01'),
  ('person-relation', 'sister', 'Sister', 'بہن', 'خور', 5, '2010-01-01'),
  ('person-relation', 'brother', 'Brother', 'بھائی', 'ورور', 6, '2010-01-01'),
  ('person-relation', 'grandmother', 'Grandmother', 'دادی یا نانی', 'نیا', 7, '2010-01-01'),
  ('person-relation', 'grandfather', 'Grandfather', 'دادا یا نانا', 'نیکه', 8, '2010-01-01'),
  ('person-relation', 'aunt', 'Aunt', 'خالہ، پھوپھی یا چچی', 'ترور', 9, '2010-01-01'),
  ('person-relation', 'uncle', 'Uncle', 'چچا، ماموں یا خالو', 'تره یا ماما', 10, '2010-01-01'),
  ('person-relation', 'cousin', 'Cousin', 'چچازاد یا خالہ زاد', 'د تره یا ماما اولاد', 11, '2010-01-01'),
  ('person-relation', 'spouse', 'Spouse', 'شریکِ حیات', 'مېړه یا ښځه', 12, '2010-01-01'),
  ('person-relation', 'in-law', 'In-law', 'سسرالی رشتہ دار', 'خسرګنۍ', 13, '2010-01-01'),
  ('person-relation', 'other-relative', 'Other relative', 'دیگر رشتہ دار', 'نور خپلوان', 14, '2010-01-01'),
  ('person-relation', 'foster-carer', 'Foster carer', 'فوسٹر سرپرست', 'پالونکی', 15, '2010-01-01'),
  ('person-relation', 'teacher', 'Teacher', 'استاد', 'ښوونکی', 16, '2010-01-01'),
  ('person-relation', 'employer', 'Employer', 'آجر', 'کارګمارونکی', 17, '2010-01-01'),
  ('person-relation', 'neighbour', 'Neighbour', 'ہمسایہ', 'ګاونډی', 18, '2010-01-01'),
  ('person-relation', 'friend', 'Friend', 'دوست', 'ملګری', 19, '2010-01-01'),
  ('person-relation', 'other', 'Other', 'دیگر', 'نور', 20, '2010-01-01'),
  ('safe-place', 'relative-home', 'Home of a relative', 'رشتہ دار کا گھر', 'د خپلوان کور', 1, '2010-01-01'),
  ('safe-place', 'neighbour-home', 'Home of a neighbour', 'ہمسائے کا گھر', 'د ګاونډي کور', 2, '2010-01-01'),
  ('safe-place', 'school', 'School', 'سکول', 'ښوونځی', 3, '2010-01-01'),
  ('safe-place', 'health-centre', 'Health centre', 'مرکزِ صحت', 'روغتیايي مرکز', 4, '2010-01-01'),
  ('safe-place', 'mosque', 'Mosque', 'مسجد', 'جومات', 5, '2010-01-01'),
  ('safe-place', 'shelter', 'Shelter', 'پناہ گاہ', 'سرپناه', 6, '2010-01-01'),
  ('safe-place', 'protection-unit', 'Child Protection Unit', 'چائلڈ پروٹیکشن یونٹ', 'د ماشومانو د ساتنې یونټ', 7, '2010-01-01'),
  ('safe-place', 'other', 'Other', 'دیگر', 'نور', 8, '2010-01-01'),
  ('case-link', 'sibling', 'Siblings', 'بہن بھائی', 'خويندې او وروڼه', 1, '2010-01-01'),
  ('case-link', 'co-victim', 'Victims of the same act', 'ایک ہی واقعے کے متاثرین', 'د یوې پېښې قربانیان', 2, '2010-01-01'),
  ('case-link', 'same-household', 'Same household', 'ایک ہی گھرانہ', 'یوه کورنۍ', 3, '2010-01-01'),
  ('case-link', 'same-person-of-concern', 'Same person of concern', 'ایک ہی مشتبہ فرد', 'یو شکمن کس', 4, '2010-01-01');
