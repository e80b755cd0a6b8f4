create table nationality_status (
  case_id          uuid primary key references case_file,
  status           bytea not null,
  displacement     bytea,
  document_number  bytea,
  needed_for       bytea not null,
  recorded_by      uuid not null,
  recorded_at      timestamptz not null,
  version          bigint not null
);
comment on table nationality_status is 'Nationality, displacement and documents of a child, apart from all else and encrypted even in its codes: since the notices of 2023 and 2025 to foreigners without papers it can send a child away. Kept only while a service needs it; read by an operation of its own; never in lists, packets, events or exports';
comment on column nationality_status.needed_for is 'Why it had to be asked: code of the list nationality-need';
alter table nationality_status enable row level security;
create policy reach on nationality_status to ${app}
  using (exists (select 1 from case_file f where f.id = nationality_status.case_id));
grant select, insert, update, delete on nationality_status to ${app};

create table separation (
  case_id       uuid primary key references case_file,
  status        text not null check (status in ('unaccompanied', 'separated', 'with-caregiver')),
  cause         text,
  separated_on  date,
  details       bytea,
  tracing       text check (tracing in ('open', 'in-progress', 'verified', 'reunified', 'closed')),
  recorded_by   uuid not null,
  recorded_at   timestamptz not null,
  version       bigint not null
);
comment on table separation is 'Whether a child is without parents and customary caregiver (unaccompanied) or with other relatives (separated), and how far the search for the family is';
comment on column separation.details is 'Encrypted under the child''s key: where and from whom the child was parted';
comment on column separation.tracing is 'Where the last step of tracing left it; null while nobody looks for the family';

create table tracing_step (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  from_status  text,
  to_status    text not null,
  happened_at  timestamptz not null,
  note         bytea,
  person_id    uuid references case_person,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null
);
create index tracing_step_of_case on tracing_step (case_id, happened_at, id);
comment on table tracing_step is 'Each step of the search for a child''s family, as it happened; never changed afterwards';
comment on column tracing_step.person_id is 'With whom the child was reunified';
alter table separation enable row level security;
create policy reach on separation to ${app}
  using (exists (select 1 from case_file f where f.id = separation.case_id));
alter table tracing_step enable row level security;
create policy reach on tracing_step to ${app}
  using (exists (select 1 from case_file f where f.id = tracing_step.case_id));
grant select, insert, update on separation to ${app};
grant select, insert on tracing_step to ${app};

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001201', 'reunification-visit-1', null, 336, '2010-01-01', null, 'visit one to two weeks after reunification: common in country SOPs, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001202', 'reunification-visit-2', null, 720, '2010-01-01', null, 'visit one month after reunification: common in country SOPs, to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001203', 'reunification-visit-3', null, 2160, '2010-01-01', null, 'visit three months after reunification: common in country SOPs, to be confirmed by KPCPWC');

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('nationality', 'pakistani-registered', 'Pakistani, registered', 'پاکستانی، اندراج شدہ', 'پاکستانی، ثبت شوی', 1, '2010-01-01'),
  ('nationality', 'pakistani-unregistered', 'Pakistani, not registered', 'پاکستانی، اندراج نہیں', 'پاکستانی، نه دی ثبت شوی', 2, '2010-01-01'),
  ('nationality', 'afghan-por', 'Afghan, Proof of Registration', 'افغان، پی او آر کارڈ', 'افغان، د پي او آر کارت', 3, '2010-01-01'),
  ('nationality', 'afghan-acc', 'Afghan, Afghan Citizen Card', 'افغان، اے سی سی کارڈ', 'افغان، د اې سي سي کارت', 4, '2010-01-01'),
  ('nationality', 'afghan-undocumented', 'Afghan, no papers', 'افغان، دستاویز نہیں', 'افغان، بې اسناده', 5, '2010-01-01'),
  ('nationality', 'other-foreign', 'Other nationality', 'دیگر قومیت', 'بل تابعیت', 6, '2010-01-01'),
  ('nationality', 'unknown', 'Not known', 'معلوم نہیں', 'معلوم نه دی', 7, '2010-01-01'),
  ('displacement', 'resident', 'Resident', 'مقامی', 'ځایي اوسېدونکی', 1, '2010-01-01'),
  ('displacement', 'idp', 'Displaced within the country', 'ملک کے اندر بے گھر', 'کورنی بېځایه شوی', 2, '2010-01-01'),
  ('displacement', 'refugee', 'Refugee', 'پناہ گزین', 'کډوال', 3, '2010-01-01'),
  ('displacement', 'asylum-seeker', 'Asylum seeker', 'پناہ کا طالب', 'پناه غوښتونکی', 4, '2010-01-01'),
  ('displacement', 'returnee', 'Returnee', 'واپس آنے والا', 'راستون شوی', 5, '2010-01-01'),
  ('displacement', 'stateless', 'Stateless', 'بے وطن', 'بې تابعیته', 6, '2010-01-01'),
  ('nationality-need', 'documentation', 'Getting the child papers', 'بچے کی دستاویزات کے لیے', 'د ماشوم د اسنادو لپاره', 1, '2010-01-01'),
  ('nationality-need', 'legal-aid', 'Legal aid', 'قانونی امداد', 'حقوقي مرسته', 2, '2010-01-01'),
  ('nationality-need', 'family-tracing', 'Tracing the family', 'خاندان کی تلاش', 'د کورنۍ لټون', 3, '2010-01-01'),
  ('nationality-need', 'unhcr', 'Protection by UNHCR, with consent', 'رضامندی سے یو این ایچ سی آر کا تحفظ', 'په رضایت د یو این ایچ سي آر ساتنه', 4, '2010-01-01'),
  ('nationality-need', 'access-to-service', 'A service asks for it', 'کوئی خدمت اس کا تقاضا کرتی ہے', 'یو خدمت یې غواړي', 5, '2010-01-01'),
  ('separation', 'unaccompanied', 'Unaccompanied: no parent, no customary caregiver', 'تنہا: نہ والدین نہ رواجی سرپرست', 'یوازې: نه مور او پلار نه دودیز پالونکی', 1, '2010-01-01'),
  ('separation', 'separated', 'Separated: with other relatives', 'بچھڑا ہوا: دیگر رشتہ داروں کے ساتھ', 'بېل شوی: له نورو خپلوانو سره', 2, '2010-01-01'),
  ('separation', 'with-caregiver', 'With parents or customary caregiver', 'والدین یا رواجی سرپرست کے ساتھ', 'له مور او پلار یا دودیز پالونکي سره', 3, '2010-01-01'),
  ('separation-cause', 'conflict', 'Armed conflict', 'مسلح تنازع', 'وسله واله جګړه', 1, '2010-01-01'),
  ('separation-cause', 'disaster', 'Flood, earthquake or other disaster', 'سیلاب، زلزلہ یا دیگر آفت', 'سېلاب، زلزله یا بل ناورین', 2, '2010-01-01'),
  ('separation-cause', 'death', 'Death of parents or caregiver', 'والدین یا سرپرست کی وفات', 'د مور او پلار یا پالونکي مړینه', 3, '2010-01-01'),
  ('separation-cause', 'deportation', 'Deportation or return', 'ملک بدری یا واپسی', 'ایستل یا راستنېدل', 4, '2010-01-01'),
  ('separation-cause', 'migration', 'Migration on the way', 'سفر یا ہجرت', 'کډه یا سفر', 5, '2010-01-01'),
  ('separation-cause', 'trafficking', 'Trafficking or abduction', 'سمگلنگ یا اغوا', 'قاچاق یا تښتول', 6, '2010-01-01'),
  ('separation-cause', 'runaway', 'Ran away', 'گھر سے بھاگا', 'له کوره وتښتېد', 7, '2010-01-01'),
  ('separation-cause', 'abandoned', 'Abandoned', 'لاوارث چھوڑا گیا', 'پرېښودل شوی', 8, '2010-01-01'),
  ('separation-cause', 'lost', 'Lost', 'گم ہو گیا', 'ورک شو', 9, '2010-01-01'),
  ('separation-cause', 'other', 'Other', 'دیگر', 'نور', 10, '2010-01-01');
