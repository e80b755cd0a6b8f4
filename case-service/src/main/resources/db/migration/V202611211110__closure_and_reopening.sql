-- Why a case ends, with what each reason asks for; data with validity, to be confirmed by KPCPWC.
create table closure_rule (
  code                text primary key,
  under_review_only   boolean not null,
  chosen_by_worker    boolean not null,
  max_risk            text check (max_risk in ('none', 'low', 'medium', 'high')),
  min_age             integer,
  min_attempts        integer not null default 0,
  min_attempt_days    integer not null default 0,
  review_required     boolean not null default false,
  post_closure_check  boolean not null,
  source              text not null
);
comment on table closure_rule is 'What a reason for closing asks for; its words and validity are in code_entry, list closure-reason';
comment on column closure_rule.under_review_only is 'The plan has to have been reviewed: only a case under review ends for this reason';
comment on column closure_rule.chosen_by_worker is 'False for what only a transfer or a merge brings about';
comment on column closure_rule.max_risk is 'Highest level of risk with which a case may end for this reason; null for any';
comment on column closure_rule.min_attempts is 'How many attempts to find the family there have to be';
comment on column closure_rule.min_attempt_days is 'Days between the first and the last of them';
comment on column closure_rule.review_required is 'A critical-incident review has to have been held';
comment on column closure_rule.post_closure_check is 'Somebody looks after the child once more';
insert into closure_rule
  (code, under_review_only, chosen_by_worker, max_risk, min_age, min_attempts, min_attempt_days, review_required, post_closure_check, source) values
  ('goals-met', true, true, null, null, 0, 0, false, true, 'usual reason of the Inter-Agency Guidelines'),
  ('child-18-prepared', true, true, null, 18, 0, 0, false, true, 'Inter-Agency Guidelines: prepared and signposted first, never by itself'),
  ('family-withdrew-safe', false, true, 'low', null, 0, 0, false, true, 'Inter-Agency Guidelines: only when there is no ground to go against their wishes'),
  ('transferred-out-accepted', false, false, null, null, 0, 0, false, false, 'proposal, to be confirmed by KPCPWC'),
  ('relocated-untraceable', false, true, null, null, 3, 90, false, false, 'proposal, to be confirmed by KPCPWC: three attempts over 90 days'),
  ('repatriated-or-returned', false, true, null, null, 0, 0, false, true, 'proposal, to be confirmed by KPCPWC'),
  ('deceased', false, true, null, null, 0, 0, true, false, 'proposal, to be confirmed by KPCPWC: a critical-incident review is mandatory'),
  ('duplicate-merged', false, false, null, null, 0, 0, false, false, 'proposal, to be confirmed by KPCPWC'),
  ('not-a-cp-case', false, true, 'low', null, 0, 0, false, false, 'proposal, to be confirmed by KPCPWC'),
  ('court-discharged', false, true, null, null, 0, 0, false, true, 'proposal, to be confirmed by KPCPWC');
grant select on closure_rule to ${app};

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('closure-reason', 'goals-met', 'Goals of the plan met, child safe', 'منصوبے کے مقاصد پورے، بچہ محفوظ', 'د پلان موخې ترلاسه شوې، ماشوم خوندي دی', 1, '2010-01-01'),
  ('closure-reason', 'child-18-prepared', 'Turned 18 and was prepared', '18 سال کا ہو گیا اور تیاری کرائی گئی', '18 کلن شو او چمتو شوی و', 2, '2010-01-01'),
  ('closure-reason', 'family-withdrew-safe', 'Family no longer wants support, child safe', 'خاندان مدد نہیں چاہتا، بچہ محفوظ', 'کورنۍ نور ملاتړ نه غواړي، ماشوم خوندي دی', 3, '2010-01-01'),
  ('closure-reason', 'transferred-out-accepted', 'Transferred and accepted elsewhere', 'دوسری جگہ منتقل اور قبول', 'بل ځای ته ولېږدول شو او ومنل شو', 4, '2010-01-01'),
  ('closure-reason', 'relocated-untraceable', 'Moved away and cannot be found', 'نقل مکانی، سراغ نہیں ملا', 'کډه شوی، ونه موندل شو', 5, '2010-01-01'),
  ('closure-reason', 'repatriated-or-returned', 'Repatriated or returned', 'وطن یا گھر واپس', 'هېواد یا کور ته ستون شو', 6, '2010-01-01'),
  ('closure-reason', 'deceased', 'The child has died', 'بچہ فوت ہو گیا', 'ماشوم مړ شو', 7, '2010-01-01'),
  ('closure-reason', 'duplicate-merged', 'Merged with another case of the same child', 'اسی بچے کے دوسرے کیس میں ضم', 'د همدې ماشوم له بلې قضیې سره یوځای شوه', 8, '2010-01-01'),
  ('closure-reason', 'not-a-cp-case', 'Not a child protection case', 'تحفظِ اطفال کا معاملہ نہیں', 'د ماشوم د ساتنې قضیه نه ده', 9, '2010-01-01'),
  ('closure-reason', 'court-discharged', 'Discharged by the court', 'عدالت نے فارغ کیا', 'محکمې خوشې کړ', 10, '2010-01-01'),
  ('reopening-reason', 'new-concern', 'A new concern', 'نئی تشویش', 'نوې اندېښنه', 1, '2010-01-01'),
  ('reopening-reason', 'post-closure-check', 'What the check after closing showed', 'بندش کے بعد کی جانچ کا نتیجہ', 'له تړلو وروسته د کتنې پایله', 2, '2010-01-01'),
  ('reopening-reason', 'child-came-back', 'The child came back or was found', 'بچہ واپس آیا یا مل گیا', 'ماشوم راغی یا وموندل شو', 3, '2010-01-01'),
  ('reopening-reason', 'family-asks-again', 'The child or family asks for support again', 'بچہ یا خاندان دوبارہ مدد چاہتا ہے', 'ماشوم یا کورنۍ بیا ملاتړ غواړي', 4, '2010-01-01'),
  ('reopening-reason', 'court-asks', 'A court asks for it', 'عدالت کا تقاضا', 'محکمه یې غواړي', 5, '2010-01-01'),
  ('reopening-reason', 'closed-in-error', 'Closed in error', 'غلطی سے بند', 'په تېروتنه تړل شوې', 6, '2010-01-01');

create table case_closure (
  id                   uuid primary key,
  case_id              uuid not null references case_file,
  episode              integer not null,
  reason               text not null references closure_rule,
  state                text not null check (state in ('proposed', 'rejected', 'withdrawn', 'closed')),
  goals                text check (goals in ('met', 'partly-met', 'not-met')),
  child_informed       boolean not null,
  caregiver_informed   boolean not null,
  attempts             timestamptz[] not null,
  reviewed_on          date,
  summary              bytea,
  contact              bytea,
  proposed_by          uuid not null,
  happened_at          timestamptz not null,
  recorded_at          timestamptz not null,
  closed_at            timestamptz,
  override_reason      bytea,
  overridden           text[] not null,
  version              bigint not null,
  constraint closed_has_a_time check ((state = 'closed') = (closed_at is not null)),
  constraint override_has_a_reason check ((override_reason is not null) = (cardinality(overridden) > 0))
);
create unique index case_closure_proposed on case_closure (case_id) where state = 'proposed';
create index case_closure_by_case on case_closure (case_id, recorded_at);
comment on table case_closure is 'Each proposal to end an episode of a case, and what became of it';
comment on column case_closure.reviewed_on is 'When the critical-incident review was held, where the reason asks for one';
comment on column case_closure.summary is 'Encrypted under the child''s key, as contact and override_reason';
comment on column case_closure.contact is 'How child and family reach the unit again, and the unit them';
comment on column case_closure.overridden is 'Gates the supervisor passed over, with the reason';

create table case_reopening (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  episode      integer not null,
  reason       text not null,
  words        bytea not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null,
  unique (case_id, episode)
);
comment on table case_reopening is 'Why a closed case began its next episode; words are encrypted under the child''s key';

create table risk_lowering (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  assessment_id  uuid not null unique,
  from_level     text not null,
  to_level       text not null,
  reason         bytea not null,
  decided_by     uuid not null,
  happened_at    timestamptz not null,
  recorded_at    timestamptz not null
);
create index risk_lowering_by_case on risk_lowering (case_id, happened_at);
comment on table risk_lowering is 'A supervisor followed an assessment that said less; the reason is encrypted under the child''s key';

create table known_referral (
  referral_id  uuid primary key,
  case_id      uuid not null,
  status       text not null,
  version      bigint not null
);
create index known_referral_by_case on known_referral (case_id);
comment on table known_referral is 'Referrals of a case by state alone, from referral events: no case ends while one is open';

alter table case_closure enable row level security;
create policy reach on case_closure to ${app}
  using (exists (select 1 from case_file f where f.id = case_closure.case_id));
alter table case_reopening enable row level security;
create policy reach on case_reopening to ${app}
  using (exists (select 1 from case_file f where f.id = case_reopening.case_id));
alter table risk_lowering enable row level security;
create policy reach on risk_lowering to ${app}
  using (exists (select 1 from case_file f where f.id = risk_lowering.case_id));
alter table known_referral enable row level security;
create policy reach on known_referral to ${app}
  using (current_setting('app.system', true) = 'on'
      or exists (select 1 from case_file f where f.id = known_referral.case_id))
  with check (current_setting('app.system', true) = 'on');
grant select, insert, update on case_closure, known_referral to ${app};
grant select, insert on case_reopening, risk_lowering to ${app};
