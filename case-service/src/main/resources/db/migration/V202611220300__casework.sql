-- The plan, what is done by it, and how the child is doing meanwhile. All words are encrypted under the child's key.
create table case_plan (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  edition       integer not null check (edition > 0),
  state         text not null check (state in ('draft', 'submitted', 'approved', 'replaced', 'discarded')),
  content       bytea not null,
  drafted_by    uuid not null,
  drafted_at    timestamptz not null,
  changed_at    timestamptz not null,
  submitted_at  timestamptz,
  approved_by   uuid,
  approved_at   timestamptz,
  version       bigint not null,
  constraint approval_is_whole check ((state in ('approved', 'replaced')) = (approved_by is not null and approved_at is not null)),
  unique (case_id, edition)
);
create unique index case_plan_open on case_plan (case_id) where state in ('draft', 'submitted');
create unique index case_plan_approved on case_plan (case_id) where state = 'approved';
comment on table case_plan is 'Editions of a case''s plan: one at most is being written, one at most is in force, none is changed once submitted';
comment on column case_plan.content is 'Problems, goals, actions and who agreed, as one encrypted document: it is read, agreed on and approved as a whole';

create function case_plan_is_frozen() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.content <> old.content then
    raise exception 'the content of a submitted plan is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger case_plan_is_frozen before update on case_plan for each row execute function case_plan_is_frozen();

create table goal_progress (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  plan_id      uuid not null references case_plan,
  goal_id      uuid not null,
  level        text not null,
  happened_at  timestamptz not null,
  note         bytea,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null
);
create index goal_progress_by_case on goal_progress (case_id, happened_at, recorded_at);
comment on table goal_progress is 'How far a goal had come on some day; never changed, a goal keeps its id over editions';

create table safety_plan (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  edition      integer not null check (edition > 0),
  state        text not null check (state in ('in-force', 'replaced')),
  content      bytea not null,
  risk_level   text,
  review_on    date,
  made_at      timestamptz not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  version      bigint not null,
  unique (case_id, edition)
);
create unique index safety_plan_in_force on safety_plan (case_id) where state = 'in-force';
comment on table safety_plan is 'What the child and the adults around do when danger comes; a new edition replaces the one before';
comment on column safety_plan.risk_level is 'The case''s level when it was made';

create table service_given (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  kind          text not null,
  happened_at   timestamptz not null,
  given_by      uuid not null,
  minutes       integer check (minutes > 0),
  rupees        integer check (rupees > 0),
  action_id     uuid,
  note          bytea,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null,
  struck_at     timestamptz,
  struck_by     uuid,
  version       bigint not null,
  constraint striking_is_whole check ((struck_at is null) = (struck_by is null))
);
create index service_given_by_case on service_given (case_id, happened_at desc, id desc);
comment on table service_given is 'What the unit itself did for the child: a session, a visit, cash, an escort';
comment on column service_given.action_id is 'The action of the plan it carries out';
comment on column service_given.struck_at is 'Recorded by mistake; it stays readable and counts no more';

create table follow_up (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  kind           text not null,
  state          text not null check (state in ('planned', 'held', 'missed', 'cancelled')),
  planned_for    timestamptz,
  by_policy      boolean not null,
  happened_at    timestamptz,
  child_seen     boolean,
  seen_alone     boolean,
  risk_change    text check (risk_change in ('lower', 'same', 'higher')),
  missed_reason  text,
  note           bytea,
  recorded_by    uuid,
  recorded_at    timestamptz not null,
  version        bigint not null,
  constraint held_is_whole check ((state = 'held') = (child_seen is not null and seen_alone is not null and risk_change is not null)),
  constraint missed_has_a_reason check ((state = 'missed') = (missed_reason is not null)),
  constraint outcome_has_a_time check ((state in ('held', 'missed')) = (happened_at is not null)),
  constraint alone_is_seen check (not seen_alone or child_seen)
);
create index follow_up_ended on follow_up (case_id, happened_at desc, id desc) where state in ('held', 'missed');
create index follow_up_planned on follow_up (case_id, planned_for, id) where state = 'planned';
create unique index follow_up_by_policy on follow_up (case_id) where state = 'planned' and by_policy;
comment on table follow_up is 'Contacts with the child and family: planned, held or missed';
comment on column follow_up.by_policy is 'The next contact the policy asks for; one at a time';
comment on column follow_up.recorded_by is 'Null when the policy planned it';

create table case_review (
  id              uuid primary key,
  case_id         uuid not null references case_file,
  plan_id         uuid references case_plan,
  decision        text not null,
  happened_at     timestamptz not null,
  content         bytea not null,
  next_review_on  date,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null
);
create index case_review_by_case on case_review (case_id, happened_at desc, id desc);
comment on table case_review is 'What looking back at the plan with the child and the family found; never changed';

create table case_conference (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  reason        text not null,
  outcome       text not null,
  remote        boolean not null,
  participants  smallint not null check (participants > 0),
  happened_at   timestamptz not null,
  content       bytea not null,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null
);
create index case_conference_by_case on case_conference (case_id, happened_at desc, id desc);
comment on table case_conference is 'A meeting of several agencies on one child, as its minutes keep it; never changed';
comment on column case_conference.content is 'Who took part, what was decided and who does what, encrypted';

create table planned_conference (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  reason         text not null,
  state          text not null check (state in ('planned', 'held', 'cancelled')),
  planned_for    timestamptz not null,
  content        bytea not null,
  conference_id  uuid references case_conference,
  planned_by     uuid not null,
  recorded_at    timestamptz not null,
  version        bigint not null,
  constraint held_has_minutes check ((state = 'held') = (conference_id is not null))
);
create index planned_conference_to_come on planned_conference (case_id, planned_for, id) where state = 'planned';
comment on table planned_conference is 'Case conferences that were called: still to come, held or called off';
comment on column planned_conference.content is 'Who is invited and where it meets, encrypted';
comment on column planned_conference.conference_id is 'Its minutes';

do $$
declare
  one text;
begin
  foreach one in array array['case_plan', 'goal_progress', 'safety_plan', 'service_given', 'follow_up', 'case_review', 'case_conference', 'planned_conference'] loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy reach on %I to ${app} using (exists (select 1 from case_file f where f.id = %I.case_id))', one, one);
    execute format('grant select, insert on %I to ${app}', one);
  end loop;
end $$;
grant update on case_plan, safety_plan, service_given, follow_up, planned_conference to ${app};

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('goal-progress', 'not-started', 'Not started', 'شروع نہیں ہوا', 'لا نه دی پیل شوی', 1, '2010-01-01'),
  ('goal-progress', 'some-progress', 'Some progress', 'کچھ پیش رفت', 'یو څه پرمختګ', 2, '2010-01-01'),
  ('goal-progress', 'mostly-reached', 'Mostly reached', 'بڑی حد تک حاصل', 'تر ډېره ترلاسه شوی', 3, '2010-01-01'),
  ('goal-progress', 'reached', 'Reached', 'حاصل ہو گیا', 'ترلاسه شو', 4, '2010-01-01'),
  ('goal-progress', 'set-back', 'Set back', 'پیچھے چلا گیا', 'شاته ولاړ', 5, '2010-01-01'),
  ('goal-progress', 'given-up', 'Given up', 'ترک کر دیا گیا', 'پرېښودل شو', 6, '2010-01-01'),
  ('service-given', 'psychosocial-session', 'Psychosocial session', 'نفسیاتی و سماجی نشست', 'رواني ټولنیزه ناسته', 1, '2010-01-01'),
  ('service-given', 'family-session', 'Session with the family', 'خاندان کے ساتھ نشست', 'له کورنۍ سره ناسته', 2, '2010-01-01'),
  ('service-given', 'visit', 'Visit', 'ملاقات', 'لیدنه', 3, '2010-01-01'),
  ('service-given', 'cash', 'Cash', 'نقد امداد', 'نغدې پیسې', 4, '2010-01-01'),
  ('service-given', 'goods', 'Food, clothes or other goods', 'خوراک، کپڑے یا دیگر سامان', 'خواړه، جامې یا نور توکي', 5, '2010-01-01'),
  ('service-given', 'escort', 'Escort', 'ساتھ لے جانا', 'ملګرتیا', 6, '2010-01-01'),
  ('service-given', 'court-accompaniment', 'Accompaniment to court', 'عدالت میں ساتھ جانا', 'محکمې ته ملګرتیا', 7, '2010-01-01'),
  ('service-given', 'hospital-accompaniment', 'Accompaniment to hospital', 'ہسپتال میں ساتھ جانا', 'روغتون ته ملګرتیا', 8, '2010-01-01'),
  ('service-given', 'mediation', 'Mediation', 'ثالثی', 'منځګړیتوب', 9, '2010-01-01'),
  ('service-given', 'documents-help', 'Help with documents', 'دستاویزات میں مدد', 'د اسنادو مرسته', 10, '2010-01-01'),
  ('service-given', 'school-help', 'Help with school', 'سکول میں داخلے یا واپسی میں مدد', 'د ښوونځي مرسته', 11, '2010-01-01'),
  ('service-given', 'other', 'Other', 'دیگر', 'نور', 12, '2010-01-01'),
  ('follow-up-kind', 'home-visit', 'Visit at home', 'گھر پر ملاقات', 'په کور کې لیدنه', 1, '2010-01-01'),
  ('follow-up-kind', 'office-visit', 'Visit at the office', 'دفتر میں ملاقات', 'په دفتر کې لیدنه', 2, '2010-01-01'),
  ('follow-up-kind', 'school-visit', 'Visit at school', 'سکول میں ملاقات', 'په ښوونځي کې لیدنه', 3, '2010-01-01'),
  ('follow-up-kind', 'placement-visit', 'Visit at the shelter or placement', 'پناہ گاہ یا رہائش گاہ میں ملاقات', 'په سرپناه یا استوګنځي کې لیدنه', 4, '2010-01-01'),
  ('follow-up-kind', 'phone-call', 'Phone call', 'فون کال', 'د ټلیفون اړیکه', 5, '2010-01-01'),
  ('follow-up-kind', 'other', 'Other', 'دیگر', 'نور', 6, '2010-01-01'),
  ('missed-reason', 'nobody-there', 'Nobody was there', 'کوئی موجود نہ تھا', 'هېڅوک نه وو', 1, '2010-01-01'),
  ('missed-reason', 'child-away', 'The child was away', 'بچہ موجود نہ تھا', 'ماشوم نه و', 2, '2010-01-01'),
  ('missed-reason', 'family-refused', 'The family refused', 'خاندان نے انکار کیا', 'کورنۍ انکار وکړ', 3, '2010-01-01'),
  ('missed-reason', 'moved-away', 'The family has moved', 'خاندان منتقل ہو گیا', 'کورنۍ کډه شوې', 4, '2010-01-01'),
  ('missed-reason', 'road-or-security', 'Road or security', 'راستہ یا امن و امان', 'لار یا امنیت', 5, '2010-01-01'),
  ('missed-reason', 'unit-could-not', 'The unit could not come', 'یونٹ نہ پہنچ سکا', 'یونټ ونه رسېد', 6, '2010-01-01'),
  ('missed-reason', 'other', 'Other', 'دیگر', 'نور', 7, '2010-01-01'),
  ('review-decision', 'go-on', 'Go on with the plan', 'منصوبہ جاری رکھیں', 'پلان دې دوام وکړي', 1, '2010-01-01'),
  ('review-decision', 'change-plan', 'Change the plan', 'منصوبہ بدلیں', 'پلان دې بدل شي', 2, '2010-01-01'),
  ('review-decision', 'prepare-closure', 'Prepare to close the case', 'کیس بند کرنے کی تیاری', 'د قضیې د تړلو تیاری', 3, '2010-01-01'),
  ('conference-reason', 'removal-from-home', 'Removal from home', 'گھر سے علیحدگی', 'له کوره لرې کول', 1, '2010-01-01'),
  ('conference-reason', 'return-home', 'Return home after abuse', 'زیادتی کے بعد گھر واپسی', 'له تېري وروسته کور ته ستنېدل', 2, '2010-01-01'),
  ('conference-reason', 'high-risk-long', 'High risk for more than 30 days', 'تیس دن سے زیادہ شدید خطرہ', 'له دېرشو ورځو زیات لوړ خطر', 3, '2010-01-01'),
  ('conference-reason', 'several-agencies', 'Three or more agencies', 'تین یا زیادہ ادارے', 'درې یا زیاتې ادارې', 4, '2010-01-01'),
  ('conference-reason', 'disagreement', 'Disagreement', 'اختلافِ رائے', 'اختلاف', 5, '2010-01-01'),
  ('conference-reason', 'death-or-near-miss', 'Death or near miss', 'موت یا بال بال بچنا', 'مړینه یا نږدې خطر', 6, '2010-01-01'),
  ('conference-reason', 'closing-high-risk', 'Before closing a high-risk case', 'شدید خطرے کا کیس بند کرنے سے پہلے', 'د لوړ خطر قضیې له تړلو مخکې', 7, '2010-01-01'),
  ('conference-reason', 'unaccompanied', 'Unaccompanied child', 'تنہا بچہ', 'یوازې ماشوم', 8, '2010-01-01'),
  ('conference-reason', 'other', 'Other', 'دیگر', 'نور', 9, '2010-01-01'),
  ('conference-outcome', 'stays-open', 'The case stays open', 'کیس جاری رہے گا', 'قضیه خلاصه پاتې کېږي', 1, '2010-01-01'),
  ('conference-outcome', 'to-close', 'The case is to be closed', 'کیس بند کیا جائے', 'قضیه دې وتړل شي', 2, '2010-01-01'),
  ('conference-outcome', 'to-transfer', 'The case is to be transferred', 'کیس منتقل کیا جائے', 'قضیه دې ولېږدول شي', 3, '2010-01-01'),
  ('conference-outcome', 'other', 'Other', 'دیگر', 'نور', 4, '2010-01-01');
