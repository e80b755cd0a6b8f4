-- Responses taken after an assessment become actions of the plan's draft.
create table taken_response (
  action_id     uuid primary key,
  case_id       uuid not null references case_file,
  assessment_id uuid not null,
  purpose       text not null,
  response      text not null,
  language      text not null check (language in ('en', 'ur', 'ps')),
  due_on        date not null,
  taken_by      uuid not null,
  taken_at      timestamptz not null,
  placed_in     uuid references case_plan
);
comment on table taken_response is 'Responses a worker took after an assessment, and the draft of the plan that has them; one that cannot be placed waits for the next draft';
comment on column taken_response.action_id is 'Id of the plan''s action, made by the assessment service';
comment on column taken_response.case_id is 'The case';
comment on column taken_response.assessment_id is 'The assessment after which it was offered; the plan''s problem has the same id';
comment on column taken_response.purpose is 'What was assessed';
comment on column taken_response.response is 'Code of list response';
comment on column taken_response.language is 'In which language the plan says it';
comment on column taken_response.due_on is 'By when it is to be done';
comment on column taken_response.taken_by is 'Staff id of who took it, and does it';
comment on column taken_response.taken_at is 'When it was taken';
comment on column taken_response.placed_in is 'The edition of the plan it was written into; null while it waits';
create index taken_response_waiting on taken_response (case_id, taken_at) where placed_in is null;
grant select, insert, update (placed_in) on taken_response to ${app};
alter table taken_response enable row level security;
create policy reach on taken_response to ${app}
  using (exists (select 1 from case_file f where f.id = taken_response.case_id));

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('response', 'safety-plan', 'Safety plan with the child', 'بچے کے ساتھ حفاظتی منصوبہ', 'له ماشوم سره د خوندیتوب پلان', 1, '2010-01-01'),
  ('response', 'supervisor-today', 'Talk to the supervisor today', 'آج ہی سپروائزر سے بات', 'نن له سوپروایزر سره خبرې', 2, '2010-01-01'),
  ('response', 'psychological-first-aid', 'Psychological first aid', 'نفسیاتی ابتدائی امداد', 'رواني لومړنۍ مرسته', 3, '2010-01-01'),
  ('response', 'caregiver-session', 'Session with the caregiver', 'نگہداشت کرنے والے کے ساتھ نشست', 'له پالونکي سره ناسته', 4, '2010-01-01'),
  ('response', 'school-contact', 'Contact with the school', 'سکول سے رابطہ', 'له ښوونځي سره اړیکه', 5, '2010-01-01'),
  ('response', 'medical-referral', 'Medical referral', 'طبی ریفرل', 'طبي لېږل', 6, '2010-01-01'),
  ('response', 'legal-aid', 'Legal aid', 'قانونی مدد', 'حقوقي مرسته', 7, '2010-01-01'),
  ('response', 'court-application', 'Application to the Child Protection Court', 'چائلڈ پروٹیکشن کورٹ سے درخواست', 'د ماشومانو د ساتنې محکمې ته غوښتنلیک', 8, '2010-01-01'),
  ('response', 'safe-adult-contact', 'Contact with a safe adult', 'محفوظ بالغ فرد سے رابطہ', 'له خوندي لوی کس سره اړیکه', 9, '2010-01-01'),
  ('response', 'community-committee', 'Child protection committee', 'تحفظِ اطفال کمیٹی', 'د ماشومانو د ساتنې کمېټه', 10, '2010-01-01'),
  ('response', 'psychologist-interview', 'Clinical interview by the psychologist', 'ماہرِ نفسیات کا کلینیکل انٹرویو', 'د رواپوه کلینیکي مرکه', 11, '2010-01-01'),
  ('response', 'specialist-mental-health', 'Referral to specialised mental health care', 'ذہنی صحت کے ماہر کو ریفرل', 'د رواني روغتیا متخصص ته لېږل', 12, '2010-01-01'),
  ('response', 'counselling-sessions', 'Counselling sessions', 'مشاورت کی نشستیں', 'د سلامشورې ناستې', 13, '2010-01-01'),
  ('response', 'watchful-repeat', 'Look again in two to four weeks', 'دو سے چار ہفتوں میں دوبارہ دیکھنا', 'په دوو تر څلورو اوونیو کې بیا کتل', 14, '2010-01-01'),
  ('response', 'caregiver-mental-health', 'Support for the caregiver''s own distress', 'نگہداشت کرنے والے کی اپنی پریشانی میں مدد', 'د پالونکي د خپلې خواشینۍ ملاتړ', 15, '2010-01-01'),
  ('response', 'substance-counselling', 'Conversation about substances', 'نشہ آور اشیا پر گفتگو', 'د نشه يي توکو په اړه خبرې', 16, '2010-01-01'),
  ('response', 'best-interests-determination', 'Formal best interests determination', 'بہترین مفاد کا باضابطہ تعین', 'د غوره ګټو رسمي ټاکنه', 17, '2010-01-01'),
  ('response', 'alternative-care', 'A safe place to stay', 'رہنے کی محفوظ جگہ', 'د اوسېدو خوندي ځای', 18, '2010-01-01'),
  ('response', 'family-tracing', 'Search for the family', 'خاندان کی تلاش', 'د کورنۍ لټون', 19, '2010-01-01'),
  ('response', 'labour-inspectorate', 'Labour inspectorate, and a way out of the work', 'محکمہ محنت کو اطلاع، اور کام سے نکلنے کا راستہ', 'د کار تفتیش ته خبر، او له کاره د وتلو لار', 20, '2010-01-01'),
  ('response', 'family-income-support', 'Support with the family''s income', 'خاندان کی آمدن میں مدد', 'د کورنۍ د عاید ملاتړ', 21, '2010-01-01'),
  ('response', 'disability-services', 'Rehabilitation and disability services', 'بحالی اور معذوری کی خدمات', 'د بیارغونې او معلولیت خدمتونه', 22, '2010-01-01'),
  ('response', 'home-visit-again', 'Another home visit, with the supervisor where there is danger', 'گھر کا ایک اور دورہ، خطرہ ہو تو سپروائزر کے ساتھ', 'د کور بله لیدنه، که خطر وي له سوپروایزر سره', 23, '2010-01-01'),
  ('response', 'group-activities', 'Group activities with other children', 'دوسرے بچوں کے ساتھ سرگرمیاں', 'له نورو ماشومانو سره فعالیتونه', 24, '2010-01-01'),
  ('response', 'build-on-strengths', 'Build on what the child can do', 'بچے کی صلاحیتوں پر آگے بڑھنا', 'د ماشوم پر وړتیاوو ودانول', 25, '2010-01-01'),
  ('assessment-purpose', 'initial', 'Rapid initial assessment', 'ابتدائی فوری جائزہ', 'چټکه لومړنۍ ارزونه', 1, '2010-01-01'),
  ('assessment-purpose', 'comprehensive', 'Comprehensive assessment', 'جامع جائزہ', 'هر اړخیزه ارزونه', 2, '2010-01-01'),
  ('assessment-purpose', 'best-interests', 'Best interests assessment', 'بہترین مفاد کا جائزہ', 'د غوره ګټو ارزونه', 3, '2010-01-01'),
  ('assessment-purpose', 'home', 'Home observation', 'گھر کا مشاہدہ', 'د کور کتنه', 4, '2010-01-01'),
  ('assessment-purpose', 'child-labour', 'Child labour screen', 'چائلڈ لیبر کی جانچ', 'د ماشوم د کار پلټنه', 5, '2010-01-01'),
  ('assessment-purpose', 'risk', 'Risk assessment', 'خطرے کا جائزہ', 'د خطر ارزونه', 6, '2010-01-01'),
  ('assessment-purpose', 'depression', 'Depression screen', 'ڈپریشن کی جانچ', 'د خپګان پلټنه', 7, '2010-01-01'),
  ('assessment-purpose', 'anxiety', 'Anxiety screen', 'بے چینی کی جانچ', 'د اندېښنې پلټنه', 8, '2010-01-01'),
  ('assessment-purpose', 'trauma', 'Trauma screen', 'صدمے کی جانچ', 'د صدمې پلټنه', 9, '2010-01-01'),
  ('assessment-purpose', 'suicide', 'Suicide screen, with a psychologist', 'خودکشی کے خطرے کی جانچ، ماہرِ نفسیات کے ساتھ', 'د ځان وژنې د خطر پلټنه، له ارواپوه سره', 10, '2010-01-01'),
  ('assessment-purpose', 'broad', 'Broad screen of behaviour and feelings', 'رویے اور احساسات کی عمومی جانچ', 'د چلند او احساساتو عمومي پلټنه', 11, '2010-01-01'),
  ('assessment-purpose', 'substance', 'Screen for substance use', 'نشہ آور اشیا کی جانچ', 'د نشه يي توکو پلټنه', 12, '2010-01-01'),
  ('assessment-purpose', 'resilience', 'Resilience', 'لچک اور ہمت کا جائزہ', 'د زغم ارزونه', 13, '2010-01-01'),
  ('assessment-purpose', 'wellbeing', 'Wellbeing, asked of the child', 'بچے سے بہبود کے سوال', 'د ماشوم د هوساینې پوښتنې', 14, '2010-01-01'),
  ('assessment-purpose', 'functioning', 'Functioning and disability', 'کارکردگی اور معذوری', 'فعالیت او معلولیت', 15, '2010-01-01'),
  ('assessment-purpose', 'strengths', 'Strengths of the child', 'بچے کی خوبیاں', 'د ماشوم پیاوړتیاوې', 16, '2010-01-01'),
  ('assessment-purpose', 'safe-places', 'Safe places and people', 'محفوظ جگہیں اور لوگ', 'خوندي ځایونه او خلک', 17, '2010-01-01'),
  ('assessment-purpose', 'caregiver-mental-health', 'The caregiver''s mental health', 'نگران کی ذہنی صحت', 'د پالونکي رواني روغتیا', 18, '2010-01-01'),
  ('plan-goal', 'to-be-agreed', 'To be agreed with the child', 'بچے کے ساتھ طے کرنا ہے', 'له ماشوم سره به پرېکړه کېږي', 1, '2010-01-01');
