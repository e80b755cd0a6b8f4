-- Who reads what is kept apart within a case: a note or a document.
create function reads_kept_apart(kept text, author uuid) returns boolean
  language sql stable as $$
  select case
    when kept = 'ordinary' then true
    when kept in ('supervision', 'restricted') then author = nullif(current_setting('app.staff_id', true), '')::uuid
      or 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
    when kept = 'clinical' then author = nullif(current_setting('app.staff_id', true), '')::uuid
      or 'psychologist' = any (string_to_array(current_setting('app.roles', true), ','))
      or ('supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
          and exists (select 1 from known_staff s
                       where s.staff_id = author
                         and s.supervisor_id = nullif(current_setting('app.staff_id', true), '')::uuid))
    else false end
$$;
comment on function reads_kept_apart(text, uuid) is
  'Within a case one may read: ordinary = everybody; supervision and restricted = the author and supervisors; clinical = psychologists and the author''s own supervisor';
grant execute on function reads_kept_apart(text, uuid) to ${app};

create table case_note (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  kind         text not null check (kind in ('ordinary', 'supervision', 'clinical')),
  happened_at  timestamptz not null,
  words        bytea not null,
  written_by   uuid not null,
  recorded_at  timestamptz not null
);
create index case_note_of_case on case_note (case_id, happened_at desc, id desc);
comment on table case_note is 'What somebody wrote down about a case; never changed, only added to';
comment on column case_note.kind is 'Who reads it, see reads_kept_apart';

create table note_addendum (
  id           uuid primary key,
  note_id      uuid not null references case_note,
  case_id      uuid not null references case_file,
  words        bytea not null,
  written_by   uuid not null,
  recorded_at  timestamptz not null
);
create index note_addendum_of_note on note_addendum (note_id, recorded_at, id);
comment on table note_addendum is 'What was added to a note later, by whom and when; the note itself stays as it was';

create table incident (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  concerns     text[] not null check (cardinality(concerns) > 0),
  place_kind   text not null,
  happened_at  timestamptz not null,
  person_id    uuid references case_person,
  finding      text not null,
  account      bytea not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  version      bigint not null
);
create index incident_of_case on incident (case_id, happened_at desc, id desc);
comment on table incident is 'Something that is said to have been done to the child, and what was found about it';
comment on column incident.person_id is 'Who is said to have done it: a person of concern of the case';
comment on column incident.finding is 'What is thought of the allegation now; its history is incident_finding';

create table incident_finding (
  id           uuid primary key,
  incident_id  uuid not null references incident,
  case_id      uuid not null references case_file,
  finding      text not null,
  happened_at  timestamptz not null,
  reason       bytea not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null
);
create index incident_finding_of_incident on incident_finding (incident_id, recorded_at, id);
comment on table incident_finding is 'Each finding about an incident with its reason; never changed';

create table court_matter (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  kind           text not null,
  cognizance_at  timestamptz not null,
  target_at      timestamptz,
  decided_at     timestamptz,
  outcome        text,
  words          bytea not null,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null,
  version        bigint not null,
  constraint decision_is_whole check ((decided_at is null) = (outcome is null))
);
create index court_matter_of_case on court_matter (case_id, cognizance_at desc, id desc);
comment on table court_matter is 'A matter of the child before a court, from cognizance to decision';
comment on column court_matter.target_at is 'When the court is to have decided, by the policy of the day it took cognizance';

create table hearing (
  id              uuid primary key,
  case_id         uuid not null references case_file,
  matter_id       uuid references court_matter,
  purpose         text not null,
  state           text not null check (state in ('planned', 'held', 'adjourned', 'cancelled')),
  planned_for     timestamptz not null,
  happened_at     timestamptz,
  child_attended  boolean,
  words           bytea,
  outcome_words   bytea,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  version         bigint not null,
  constraint outcome_has_a_time check ((state = 'planned') = (happened_at is null)),
  constraint attendance_of_held check ((state = 'held') = (child_attended is not null))
);
create index hearing_of_case on hearing (case_id, planned_for desc, id desc);
create index hearing_planned on hearing (case_id, planned_for) where state = 'planned';
comment on table hearing is 'A date before a court or committee: planned, then held, adjourned or cancelled';

create table order_section (
  kind     text primary key,
  section  text not null
);
comment on table order_section is 'Section of the Khyber Pakhtunkhwa Child Protection and Welfare Act 2010 (XIII of 2010) under which a kind of order is usually made; whoever records an order may name another';
grant select on order_section to ${app};
insert into order_section values
  ('transfer-of-case', '18'), ('rescue', '20'), ('production', '21'), ('entrustment', '25'), ('out-of-area-return', '26'),
  ('search-warrant', '27'), ('protective-care', '28'), ('parental-contribution', '29'), ('child-marriage-injunction', '30');

create table legal_order (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  matter_id    uuid references court_matter,
  kind         text not null,
  section      text,
  made_by      text not null,
  made_at      timestamptz not null,
  begins_on    date not null,
  ends_on      date,
  ended_at     timestamptz,
  end_reason   text,
  words        bytea not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  version      bigint not null,
  constraint order_ends_after_it_begins check (ends_on is null or ends_on >= begins_on),
  constraint protective_care_has_an_end check (kind <> 'protective-care' or ends_on is not null),
  constraint ending_is_whole check ((ended_at is null) = (end_reason is null))
);
create index legal_order_of_case on legal_order (case_id, made_at desc, id desc);
create index legal_order_in_force on legal_order (case_id) where ended_at is null;
comment on table legal_order is 'An order of a court or committee about the child, in force until somebody records its end';
comment on column legal_order.ends_on is 'Last day, where the order has one; what a protective-care period must have';

create table placement (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  order_id     uuid references legal_order,
  kind         text not null,
  began_at     timestamptz not null,
  review_by    timestamptz,
  ended_at     timestamptz,
  end_reason   text,
  words        bytea not null,
  end_words    bytea,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  version      bigint not null,
  constraint ending_is_whole check ((ended_at is null) = (end_reason is null))
);
create index placement_of_case on placement (case_id, began_at desc, id desc);
create unique index placement_open on placement (case_id) where ended_at is null;
comment on table placement is 'Where a child lives who cannot live at home; one at a time';
comment on column placement.review_by is 'When the placement is to be looked at again, by policy';

create table placement_review (
  id            uuid primary key,
  placement_id  uuid not null references placement,
  case_id       uuid not null references case_file,
  decision      text not null,
  happened_at   timestamptz not null,
  words         bytea not null,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null
);
create index placement_review_of_placement on placement_review (placement_id, happened_at, id);
comment on table placement_review is 'What looking at a placement with the child found; never changed';

create table missing_child (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  missing_since  timestamptz not null,
  learned_at     timestamptz not null,
  told_at        timestamptz,
  found_at       timestamptz,
  found_how      text,
  words          bytea not null,
  told_words     bytea,
  found_words    bytea,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null,
  version        bigint not null,
  constraint learned_after_missing check (learned_at >= missing_since),
  constraint finding_is_whole check ((found_at is null) = (found_how is null))
);
create index missing_child_of_case on missing_child (case_id, missing_since desc, id desc);
create unique index missing_child_open on missing_child (case_id) where found_at is null;
comment on table missing_child is 'Times in which the child of a case was missing, until found';
comment on column missing_child.learned_at is 'When the unit came to know: the clock of telling the alert authority runs from here';
comment on column missing_child.told_at is 'When police and the missing-children alert authority (ZARRA, line 1099) were told';

do $$
declare
  one text;
begin
  foreach one in array array['incident', 'incident_finding', 'court_matter', 'hearing', 'legal_order', 'placement', 'placement_review', 'missing_child'] loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy reach on %I to ${app} using (exists (select 1 from case_file f where f.id = %I.case_id))', one, one);
    execute format('grant select, insert on %I to ${app}', one);
  end loop;
end $$;
grant update on incident, court_matter, hearing, legal_order, placement, missing_child to ${app};

alter table case_note enable row level security;
create policy reads on case_note for select to ${app}
  using (reads_kept_apart(kind, written_by) and exists (select 1 from case_file f where f.id = case_note.case_id));
create policy writes on case_note for insert to ${app}
  with check (written_by = nullif(current_setting('app.staff_id', true), '')::uuid
    and (kind <> 'clinical' or 'psychologist' = any (string_to_array(current_setting('app.roles', true), ',')))
    and exists (select 1 from case_file f where f.id = case_note.case_id));
alter table note_addendum enable row level security;
create policy reach on note_addendum to ${app}
  using (exists (select 1 from case_note n where n.id = note_addendum.note_id));
grant select, insert on case_note, note_addendum to ${app};

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001701', 'court-decision', null, 720, '2010-01-01', null, 'KP Child Protection and Welfare Act 2010 as amended in 2022, as reported: the court decides within 30 days'),
  ('01900000-0000-7000-8000-000000001702', 'placement-review', null, 2160, '2010-01-01', null, 'UN Guidelines for the Alternative Care of Children: review at least every three months'),
  ('01900000-0000-7000-8000-000000001703', 'zarra-notification', null, 2, '2010-01-01', null, 'ZARRA Act 2020, as reported: police and the alert authority within two hours; to be confirmed by KPCPWC');

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('place-kind', 'home', 'At home', 'گھر میں', 'په کور کې', 1, '2010-01-01'),
  ('place-kind', 'relative-home', 'At a relative''s home', 'رشتہ دار کے گھر', 'د خپلوان په کور کې', 2, '2010-01-01'),
  ('place-kind', 'school', 'School', 'سکول', 'ښوونځی', 3, '2010-01-01'),
  ('place-kind', 'madrassa', 'Madrassa', 'مدرسہ', 'مدرسه', 4, '2010-01-01'),
  ('place-kind', 'work', 'Place of work', 'کام کی جگہ', 'د کار ځای', 5, '2010-01-01'),
  ('place-kind', 'street', 'Street or public place', 'سڑک یا عوامی جگہ', 'کوڅه یا عامه ځای', 6, '2010-01-01'),
  ('place-kind', 'institution', 'Shelter or institution', 'پناہ گاہ یا ادارہ', 'سرپناه یا اداره', 7, '2010-01-01'),
  ('place-kind', 'online', 'Online', 'آن لائن', 'آنلاین', 8, '2010-01-01'),
  ('place-kind', 'other', 'Elsewhere', 'کہیں اور', 'بل ځای', 9, '2010-01-01'),
  ('place-kind', 'unknown', 'Not known', 'معلوم نہیں', 'معلوم نه دی', 10, '2010-01-01'),
  ('incident-finding', 'alleged', 'Alleged', 'الزام', 'تور', 1, '2010-01-01'),
  ('incident-finding', 'substantiated', 'Substantiated', 'ثابت', 'ثابت', 2, '2010-01-01'),
  ('incident-finding', 'unsubstantiated', 'Unsubstantiated', 'ثابت نہیں ہوا', 'ثابت نه شو', 3, '2010-01-01'),
  ('incident-finding', 'not-determined', 'Cannot be determined', 'طے نہیں ہو سکتا', 'نه شي ټاکل کېدای', 4, '2010-01-01'),
  ('incident-finding', 'withdrawn', 'Withdrawn', 'واپس لے لیا گیا', 'بېرته اخیستل شوی', 5, '2010-01-01'),
  ('court-matter', 'protection', 'Protection of the child', 'بچے کا تحفظ', 'د ماشوم ساتنه', 1, '2010-01-01'),
  ('court-matter', 'guardianship', 'Guardianship or custody', 'ولایت یا حضانت', 'سرپرستي یا حضانت', 2, '2010-01-01'),
  ('court-matter', 'offence-against-child', 'Offence against the child', 'بچے کے خلاف جرم', 'د ماشوم پر ضد جرم', 3, '2010-01-01'),
  ('court-matter', 'juvenile', 'Child accused of an offence', 'ملزم بچہ', 'تورن ماشوم', 4, '2010-01-01'),
  ('court-matter', 'child-marriage', 'Child marriage', 'کم عمری کی شادی', 'د کم عمرۍ واده', 5, '2010-01-01'),
  ('court-matter', 'other', 'Other', 'دیگر', 'نور', 6, '2010-01-01'),
  ('matter-outcome', 'decided', 'Decided', 'فیصلہ ہو گیا', 'پرېکړه وشوه', 1, '2010-01-01'),
  ('matter-outcome', 'settled', 'Settled', 'تصفیہ', 'جوړجاړی', 2, '2010-01-01'),
  ('matter-outcome', 'dismissed', 'Dismissed', 'خارج', 'رد شوه', 3, '2010-01-01'),
  ('matter-outcome', 'withdrawn', 'Withdrawn', 'واپس لے لیا گیا', 'بېرته واخیستل شوه', 4, '2010-01-01'),
  ('matter-outcome', 'transferred', 'Transferred to another court', 'دوسری عدالت کو منتقل', 'بلې محکمې ته ولېږدول شوه', 5, '2010-01-01'),
  ('hearing-purpose', 'first', 'First hearing', 'پہلی پیشی', 'لومړۍ اورېدنه', 1, '2010-01-01'),
  ('hearing-purpose', 'child-statement', 'Statement of the child', 'بچے کا بیان', 'د ماشوم وینا', 2, '2010-01-01'),
  ('hearing-purpose', 'evidence', 'Evidence', 'شہادت', 'ثبوتونه', 3, '2010-01-01'),
  ('hearing-purpose', 'report', 'Report of the unit', 'یونٹ کی رپورٹ', 'د یونټ راپور', 4, '2010-01-01'),
  ('hearing-purpose', 'review', 'Review of an order', 'حکم پر نظرِ ثانی', 'د حکم بیا کتنه', 5, '2010-01-01'),
  ('hearing-purpose', 'decision', 'Decision', 'فیصلہ', 'پرېکړه', 6, '2010-01-01'),
  ('hearing-purpose', 'other', 'Other', 'دیگر', 'نور', 7, '2010-01-01'),
  ('legal-order', 'rescue', 'Rescue of the child', 'بچے کی بازیابی', 'د ماشوم ژغورل', 1, '2010-01-01'),
  ('legal-order', 'production', 'Production of the child', 'بچے کو پیش کرنا', 'د ماشوم حاضرول', 2, '2010-01-01'),
  ('legal-order', 'entrustment', 'Entrustment of protection', 'تحفظ سپرد کرنا', 'د ساتنې سپارل', 3, '2010-01-01'),
  ('legal-order', 'out-of-area-return', 'Return of a child from elsewhere', 'دوسرے علاقے کے بچے کی واپسی', 'د بلې سیمې ماشوم ستنول', 4, '2010-01-01'),
  ('legal-order', 'search-warrant', 'Search warrant', 'تلاشی کا وارنٹ', 'د پلټنې وارنټ', 5, '2010-01-01'),
  ('legal-order', 'protective-care', 'Period of protective care', 'حفاظتی نگہداشت کی مدت', 'د ساتونکې پالنې موده', 6, '2010-01-01'),
  ('legal-order', 'parental-contribution', 'Contribution of the parents', 'والدین کی مالی شرکت', 'د مور او پلار ونډه', 7, '2010-01-01'),
  ('legal-order', 'child-marriage-injunction', 'Injunction against a child marriage', 'کم عمری کی شادی روکنے کا حکم', 'د کم عمرۍ واده د مخنیوي حکم', 8, '2010-01-01'),
  ('legal-order', 'transfer-of-case', 'Transfer of the case', 'مقدمے کی منتقلی', 'د دوسیې لېږد', 9, '2010-01-01'),
  ('legal-order', 'other', 'Other order', 'دیگر حکم', 'بل حکم', 10, '2010-01-01'),
  ('order-maker', 'child-protection-court', 'Child protection court', 'چائلڈ پروٹیکشن کورٹ', 'د ماشومانو د ساتنې محکمه', 1, '2010-01-01'),
  ('order-maker', 'magistrate', 'Magistrate', 'مجسٹریٹ', 'مجسټرېټ', 2, '2010-01-01'),
  ('order-maker', 'other-court', 'Another court', 'کوئی اور عدالت', 'بله محکمه', 3, '2010-01-01'),
  ('order-maker', 'committee', 'Child protection committee', 'تحفظِ اطفال کمیٹی', 'د ماشومانو د ساتنې کمېټه', 4, '2010-01-01'),
  ('order-maker', 'juvenile-justice-committee', 'Juvenile justice committee', 'جووینائل جسٹس کمیٹی', 'د ماشومانو د عدالت کمېټه', 5, '2010-01-01'),
  ('order-maker', 'protection-officer', 'Child protection officer', 'چائلڈ پروٹیکشن آفیسر', 'د ماشومانو د ساتنې افسر', 6, '2010-01-01'),
  ('order-end', 'carried-out', 'Carried out', 'عمل ہو گیا', 'پلي شو', 1, '2010-01-01'),
  ('order-end', 'ran-out', 'Its time ran out', 'مدت پوری ہو گئی', 'موده یې پوره شوه', 2, '2010-01-01'),
  ('order-end', 'replaced', 'Replaced by another', 'دوسرے حکم سے بدل گیا', 'په بل حکم بدل شو', 3, '2010-01-01'),
  ('order-end', 'set-aside', 'Set aside', 'کالعدم', 'لغوه شو', 4, '2010-01-01'),
  ('placement-kind', 'kinship', 'With relatives', 'رشتہ داروں کے ہاں', 'له خپلوانو سره', 1, '2010-01-01'),
  ('placement-kind', 'foster', 'Foster family', 'رضاعی خاندان', 'پالونکې کورنۍ', 2, '2010-01-01'),
  ('placement-kind', 'guardian', 'Guardian named by the court', 'عدالت کا مقرر کردہ ولی', 'د محکمې ټاکلی سرپرست', 3, '2010-01-01'),
  ('placement-kind', 'shelter', 'Shelter or safe house', 'پناہ گاہ', 'سرپناه', 4, '2010-01-01'),
  ('placement-kind', 'institution', 'Child protection institution', 'ادارۂ تحفظِ اطفال', 'د ماشومانو د ساتنې اداره', 5, '2010-01-01'),
  ('placement-kind', 'hospital', 'Hospital', 'ہسپتال', 'روغتون', 6, '2010-01-01'),
  ('placement-kind', 'supervised-living', 'Supervised independent living', 'زیرِ نگرانی خود مختار رہائش', 'تر څارنې لاندې خپلواک ژوند', 7, '2010-01-01'),
  ('placement-kind', 'other', 'Other', 'دیگر', 'نور', 8, '2010-01-01'),
  ('placement-decision', 'stays', 'The child stays', 'بچہ وہیں رہے گا', 'ماشوم به پاتې وي', 1, '2010-01-01'),
  ('placement-decision', 'look-for-another', 'Another place is looked for', 'دوسری جگہ تلاش کی جائے', 'بل ځای به ولټول شي', 2, '2010-01-01'),
  ('placement-decision', 'prepare-return', 'The return home is prepared', 'گھر واپسی کی تیاری', 'کور ته د ستنېدو چمتووالی', 3, '2010-01-01'),
  ('placement-end', 'returned-home', 'Returned home', 'گھر واپس', 'کور ته ستون شو', 1, '2010-01-01'),
  ('placement-end', 'moved', 'Moved to another placement', 'دوسری جگہ منتقل', 'بل ځای ته ولېږدول شو', 2, '2010-01-01'),
  ('placement-end', 'order-ended', 'The order ended', 'حکم ختم ہو گیا', 'حکم پای ته ورسېد', 3, '2010-01-01'),
  ('placement-end', 'came-of-age', 'Turned 18', 'اٹھارہ سال کا ہو گیا', 'اتلس کلن شو', 4, '2010-01-01'),
  ('placement-end', 'left', 'Left without being returned', 'خود چلا گیا', 'پخپله ولاړ', 5, '2010-01-01'),
  ('placement-end', 'other', 'Other', 'دیگر', 'نور', 6, '2010-01-01'),
  ('found-how', 'came-back', 'Came back', 'خود واپس آ گیا', 'پخپله راغی', 1, '2010-01-01'),
  ('found-how', 'by-police', 'Found by the police', 'پولیس نے تلاش کیا', 'پولیسو وموند', 2, '2010-01-01'),
  ('found-how', 'by-family', 'Found by the family', 'خاندان نے تلاش کیا', 'کورنۍ وموند', 3, '2010-01-01'),
  ('found-how', 'by-unit', 'Found by the unit', 'یونٹ نے تلاش کیا', 'یونټ وموند', 4, '2010-01-01'),
  ('found-how', 'by-others', 'Found by others', 'دوسروں نے تلاش کیا', 'نورو وموند', 5, '2010-01-01'),
  ('found-how', 'not-alive', 'Not found alive', 'زندہ نہیں ملا', 'ژوندی ونه موندل شو', 6, '2010-01-01');
