-- Who has a referral at its agency, what it belongs to, and codes and rules of the packet as data.

alter table known_sharing add column override_code text;
comment on column known_sharing.override_code is 'Why sharing goes on without consent, when it stands by an override and not by consent';

alter table referral
  add column part_of uuid references referral,
  add column acknowledged_at timestamptz,
  add column claimed_by text,
  add column claimed_at timestamptz,
  add column claimed_name bytea,
  add column packet_until timestamptz,
  drop constraint referral_status_code_check,
  drop constraint referral_outcome_code_check,
  add constraint claimed_since check ((claimed_by is null) = (claimed_at is null));
comment on column referral.part_of is 'The referral of the same case it is part of';
comment on column referral.acknowledged_at is 'When the agency had it, as it happened; not a state';
comment on column referral.claimed_by is 'Subject of the token of who took it out of the agency''s queue';
comment on column referral.claimed_at is 'Since when they have it';
comment on column referral.claimed_name is 'What they are called at the agency, encrypted';
comment on column referral.packet_until is 'Until when the agency reads the packet of what has ended; null while it goes on';
comment on column referral.status_code is 'Why rejected, on hold, failed, cancelled or entered in error, by code of referral_code; consent-withdrawn and consent-lapsed are the platform''s own';
create index referral_part_of on referral (part_of) where part_of is not null;
grant update (acknowledged_at, claimed_by, claimed_at, claimed_name, packet_until) on referral to ${app};

create table referral_code (
  list         text not null check (list in ('reason', 'status-reason', 'outcome')),
  code         text not null check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  states       text[] not null default '{}',
  text_needed  boolean not null default false,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null,
  sort         integer not null,
  valid_from   date not null,
  valid_to     date,
  source       text not null,
  primary key (list, code, valid_from)
);
comment on table referral_code is 'Codes a referral is written with; working translations';
comment on column referral_code.list is 'reason (why it is made), status-reason (why it does not go on) or outcome';
comment on column referral_code.code is 'The code';
comment on column referral_code.states is 'States a status-reason may be given for; empty for the other lists';
comment on column referral_code.text_needed is 'Whether the code alone says too little';
comment on column referral_code.name_en is 'In English';
comment on column referral_code.name_ur is 'In Urdu';
comment on column referral_code.name_ps is 'In Pashto';
comment on column referral_code.sort is 'Order in which they are offered';
comment on column referral_code.valid_from is 'First day';
comment on column referral_code.valid_to is 'First day it is not offered any more; null while it is';
comment on column referral_code.source is 'Who laid it down';
insert into referral_code (list, code, states, text_needed, name_en, name_ur, name_ps, sort, valid_from, source) values
  ('reason', 'legal-advice', '{}', false, 'Legal advice', 'قانونی مشورہ', 'حقوقي سلا', 10, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'legal-representation', '{}', false, 'Legal representation', 'قانونی نمائندگی', 'حقوقي استازیتوب', 20, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'protection', '{}', false, 'Protection', 'تحفظ', 'ساتنه', 30, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'medical-care', '{}', false, 'Medical care', 'علاج', 'درملنه', 40, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'psychosocial-support', '{}', false, 'Psychosocial support', 'نفسیاتی و سماجی مدد', 'رواني ټولنیز ملاتړ', 50, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'shelter', '{}', false, 'Shelter', 'پناہ', 'سرپناه', 60, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'education', '{}', false, 'Education', 'تعلیم', 'زده کړه', 70, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'documentation', '{}', false, 'Birth registration or documents', 'پیدائش کا اندراج یا دستاویز', 'د زېږېدو ثبت یا اسناد', 80, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'economic-support', '{}', false, 'Economic support', 'مالی مدد', 'مالي مرسته', 90, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'family-tracing', '{}', false, 'Family tracing', 'خاندان کی تلاش', 'د کورنۍ لټون', 100, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'further-assessment', '{}', false, 'Further assessment', 'مزید جائزہ', 'نوره ارزونه', 110, '2010-01-01', 'SDOH Clinical Care STU3'),
  ('reason', 'service-needed', '{}', false, 'A service of the agency', 'ادارے کی خدمت', 'د ادارې خدمت', 120, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('reason', 'other', '{}', false, 'Other', 'دیگر', 'نور', 990, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'at-capacity', '{rejected,on-hold,failed}', false, 'No capacity', 'گنجائش نہیں', 'ظرفیت نشته', 10, '2010-01-01', 'SDOH Clinical Care STU3'),
  ('status-reason', 'not-eligible', '{rejected,failed}', false, 'Does not meet the criteria', 'معیار پر پورا نہیں', 'معیار نه پوره کوي', 20, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'out-of-area', '{rejected}', false, 'Outside the area served', 'علاقے سے باہر', 'له سیمې بهر', 30, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'cannot-locate', '{on-hold,failed,cancelled}', false, 'The child or family cannot be found', 'بچہ یا خاندان نہیں مل رہا', 'ماشوم یا کورنۍ نه موندل کېږي', 40, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'family-declined', '{rejected,on-hold,failed,cancelled}', false, 'The child or family does not want it', 'بچہ یا خاندان نہیں چاہتا', 'ماشوم یا کورنۍ یې نه غواړي', 50, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'consent-withdrawn', '{rejected,failed,cancelled}', false, 'The consent was withdrawn', 'رضامندی واپس لی گئی', 'رضا بېرته واخیستل شوه', 60, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'safety-concern', '{rejected,on-hold,failed,cancelled}', false, 'It would put somebody in danger', 'کسی کے لیے خطرہ ہو گا', 'چاته به خطر پېښ کړي', 70, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'duplicate', '{rejected,cancelled,entered-in-error}', false, 'Referred already', 'پہلے ہی بھیجا جا چکا', 'مخکې لېږل شوی', 80, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'expired', '{rejected,failed,cancelled}', false, 'Too late to be of use', 'اب بہت دیر ہو چکی', 'اوس ډېر ناوخته دی', 90, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'service-no-longer-needed', '{cancelled}', false, 'The service is no longer needed', 'خدمت کی اب ضرورت نہیں', 'خدمت ته نوره اړتیا نشته', 100, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'sent-in-error', '{cancelled}', false, 'Sent in error', 'غلطی سے بھیجا گیا', 'په تېروتنه لېږل شوی', 110, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'wrong-child', '{entered-in-error}', false, 'It is about another child', 'یہ کسی اور بچے کا ہے', 'د بل ماشوم په اړه دی', 120, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'wrong-agency', '{cancelled,entered-in-error}', false, 'It went to the wrong agency', 'غلط ادارے کو گیا', 'غلطې ادارې ته لاړ', 130, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('status-reason', 'other', '{rejected,on-hold,failed,cancelled,entered-in-error}', true, 'Other', 'دیگر', 'نور', 990, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('outcome', 'provided', '{}', false, 'The service was given', 'خدمت دی گئی', 'خدمت ورکړل شو', 10, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('outcome', 'partly-provided', '{}', false, 'The service was given in part', 'خدمت جزوی دی گئی', 'خدمت نیمګړی ورکړل شو', 20, '2010-01-01', 'proposed; to be confirmed by KPCPWC'),
  ('outcome', 'not-provided', '{}', false, 'The service was not given', 'خدمت نہیں دی گئی', 'خدمت ورنه کړل شو', 30, '2010-01-01', 'proposed; to be confirmed by KPCPWC');
grant select on referral_code to ${app};

create table packet_item_kind (
  kind     text primary key check (kind ~ '^[a-z][a-z0-9-]{1,59}$'),
  level    text not null check (level in ('service', 'sensitive', 'clinical', 'status')),
  name_en  text not null,
  name_ur  text not null,
  name_ps  text not null,
  sort     integer not null
);
comment on table packet_item_kind is 'What a packet may hold besides the least every agency gets; working translations';
comment on column packet_item_kind.kind is 'Kind of item';
comment on column packet_item_kind.level is 'How carefully it is released: service, sensitive, clinical, or status (nationality and papers)';
comment on column packet_item_kind.name_en is 'In English';
comment on column packet_item_kind.name_ur is 'In Urdu';
comment on column packet_item_kind.name_ps is 'In Pashto';
comment on column packet_item_kind.sort is 'Order in the packet';
insert into packet_item_kind values
  ('needs', 'service', 'What the child needs', 'بچے کو کیا چاہیے', 'ماشوم څه ته اړتیا لري', 10),
  ('access-needs', 'service', 'Disability and help needed on the way', 'معذوری اور آنے جانے میں درکار مدد', 'معلولیت او د تګ راتګ مرسته', 20),
  ('care-situation', 'service', 'Whom the child lives with', 'بچہ کس کے ساتھ رہتا ہے', 'ماشوم له چا سره اوسي', 30),
  ('incident-facts', 'service', 'Facts of the incident', 'واقعے کے حقائق', 'د پېښې حقایق', 40),
  ('legal-orders', 'service', 'Court orders and dates', 'عدالتی احکامات اور تاریخیں', 'د محکمې حکمونه او نېټې', 50),
  ('risk-summary', 'sensitive', 'Level of risk and why', 'خطرے کی سطح اور وجہ', 'د خطر کچه او دلیل', 60),
  ('medical-needs', 'sensitive', 'Medical needs', 'طبی ضروریات', 'طبي اړتیاوې', 70),
  ('assessment-results', 'clinical', 'Results of psychological screening', 'نفسیاتی جائزے کے نتائج', 'د رواني ارزونې پایلې', 80),
  ('clinical-notes', 'clinical', 'Notes of the psychologist', 'ماہرِ نفسیات کے نوٹس', 'د ارواپوه یادښتونه', 90),
  ('document-status', 'status', 'Nationality and papers', 'شہریت اور دستاویزات', 'تابعیت او اسناد', 100);
grant select on packet_item_kind to ${app};

create table packet_rule (
  category    text not null,
  kind        text not null references packet_item_kind,
  release     text not null check (release in ('included', 'offered', 'with-reason', 'on-order', 'never')),
  valid_from  date not null,
  valid_to    date,
  source      text not null,
  primary key (category, kind, valid_from)
);
comment on table packet_rule is 'What an agency offering a kind of service may be told; defaults until KPCPWC rules';
comment on column packet_rule.category is 'Kind of service; * where the kind of service has no rule of its own';
comment on column packet_rule.kind is 'Kind of item';
comment on column packet_rule.release is 'included (asked for from the first), offered, with-reason, on-order (a court''s or another order only) or never';
comment on column packet_rule.valid_from is 'First day';
comment on column packet_rule.valid_to is 'First day it holds no more; null while it holds';
comment on column packet_rule.source is 'Who laid it down';
insert into packet_rule (category, kind, release, valid_from, source)
select category, kind, release, date '2010-01-01', 'proposed default; to be confirmed by KPCPWC' from (values
  ('*', 'needs', 'included'), ('*', 'access-needs', 'included'), ('*', 'care-situation', 'offered'),
  ('*', 'incident-facts', 'offered'), ('*', 'legal-orders', 'with-reason'), ('*', 'risk-summary', 'with-reason'),
  ('*', 'medical-needs', 'with-reason'), ('*', 'assessment-results', 'with-reason'), ('*', 'clinical-notes', 'never'),
  ('*', 'document-status', 'with-reason'),
  ('police', 'incident-facts', 'included'), ('police', 'needs', 'offered'), ('police', 'medical-needs', 'on-order'),
  ('police', 'assessment-results', 'on-order'), ('police', 'clinical-notes', 'on-order'), ('police', 'document-status', 'on-order'),
  ('court', 'incident-facts', 'included'), ('court', 'legal-orders', 'included'), ('court', 'needs', 'offered'),
  ('court', 'medical-needs', 'on-order'), ('court', 'assessment-results', 'on-order'), ('court', 'clinical-notes', 'on-order'),
  ('court', 'document-status', 'on-order'),
  ('legal-aid', 'incident-facts', 'included'), ('legal-aid', 'legal-orders', 'included'),
  ('health', 'medical-needs', 'included'), ('health', 'clinical-notes', 'with-reason'), ('health', 'assessment-results', 'offered'),
  ('psychosocial', 'assessment-results', 'offered'), ('psychosocial', 'clinical-notes', 'with-reason'),
  ('psychosocial', 'medical-needs', 'offered'), ('psychosocial', 'risk-summary', 'offered'),
  ('shelter', 'care-situation', 'included'), ('shelter', 'medical-needs', 'offered'), ('shelter', 'risk-summary', 'offered'),
  ('education', 'incident-facts', 'with-reason')) as rule (category, kind, release);
grant select on packet_rule to ${app};

create table packet_term (
  status      text not null check (status in ('rejected', 'completed', 'failed', 'cancelled')),
  days        integer not null check (days >= 0),
  valid_from  date not null,
  valid_to    date,
  source      text not null,
  primary key (status, valid_from)
);
comment on table packet_term is 'How long an agency still reads the packet of a referral that has ended; defaults until KPCPWC rules';
comment on column packet_term.status is 'How it ended';
comment on column packet_term.days is 'Days from the end; 0 when it reads no more';
comment on column packet_term.valid_from is 'First day';
comment on column packet_term.valid_to is 'First day it holds no more; null while it holds';
comment on column packet_term.source is 'Who laid it down';
insert into packet_term values
  ('completed', 30, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('failed', 30, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('rejected', 0, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC'),
  ('cancelled', 0, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC');
grant select on packet_term to ${app};
update referral set packet_until = status_at + case when status in ('completed', 'failed') then interval '30 days' else interval '0' end
 where status in ('completed', 'failed', 'rejected', 'cancelled');

-- The clocks of a referral: who is told when half the time is gone, when it is over, and when as much again has gone.
create table referral_clock (
  referral_id  uuid not null references referral,
  clock        text not null check (clock in ('respond', 'complete')),
  started_at   timestamptz not null,
  due_at       timestamptz not null,
  told         integer not null default 0 check (told between 0 and 3),
  next_at      timestamptz,
  primary key (referral_id, clock)
);
comment on table referral_clock is 'Until when an agency answers and has carried out; told of once each at 50, 100 and 200 per cent of the time';
comment on column referral_clock.referral_id is 'The referral';
comment on column referral_clock.clock is 'respond or complete';
comment on column referral_clock.started_at is 'When it began to run: when the referral was made, or recorded where its time was over by then';
comment on column referral_clock.due_at is 'When the time is over';
comment on column referral_clock.told is 'How many of the three were told';
comment on column referral_clock.next_at is 'When the next is due; null when all were or it was stopped';
create index referral_clock_due on referral_clock (next_at) where next_at is not null;
alter table referral_clock enable row level security;
create policy reach on referral_clock to ${app}
  using (exists (select 1 from referral r where r.id = referral_clock.referral_id));
grant select, insert on referral_clock to ${app};
grant update (told, next_at) on referral_clock to ${app};
insert into referral_clock (referral_id, clock, started_at, due_at, next_at)
select r.id, c.clock, r.authored_at, c.due, case when c.runs then r.authored_at + (c.due - r.authored_at) / 2 end
  from referral r cross join lateral (values
    ('respond', r.respond_by, r.status = 'requested'),
    ('complete', r.complete_by, r.status in ('requested', 'accepted', 'in-progress', 'on-hold'))) as c (clock, due, runs);
create index known_sharing_that_ends on known_sharing (stands_until) where stands and stands_until is not null;
