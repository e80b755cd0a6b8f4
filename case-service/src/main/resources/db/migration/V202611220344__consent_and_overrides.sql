-- Whose words are needed together, and what holds without them for a while.
alter table consent
  add column without_caregiver text check (without_caregiver in ('unavailable', 'unsafe', 'not-permitted')),
  add column witness bytea;
comment on column consent.without_caregiver is 'Why a child of 12 to 17 decides alone, with due weight to maturity; null where a caregiver decides too';
comment on column consent.witness is 'Who saw the thumbprint or heard the consent; encrypted under the child''s key';
create index consent_to_expire on consent (expires_on, id) where decision = 'given' and expires_on is not null;

create table consent_ending (
  consent_id   uuid primary key references consent,
  recorded_at  timestamptz not null
);
comment on table consent_ending is 'Consents whose last day is over and was dealt with';
alter table consent_ending enable row level security;
create policy reach on consent_ending to ${app}
  using (exists (select 1 from consent c where c.id = consent_ending.consent_id));
grant select, insert on consent_ending to ${app};

create table consent_override (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  purpose      text not null,
  agency_id    uuid,
  reason_code  text not null check (reason_code in ('serious-risk', 'caregiver-suspected', 'law-or-court', 'too-young-and-alone')),
  text         bytea not null,
  child_told   boolean not null,
  happened_at  timestamptz not null,
  due_at       timestamptz not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  state        text not null check (state in ('awaiting', 'confirmed', 'rejected', 'lapsed', 'ended')),
  decided_by   uuid,
  decided_at   timestamptz,
  comment      bytea,
  version      bigint not null,
  constraint sharing_is_overridden_for_an_agency check ((purpose = 'share-information') = (agency_id is not null)),
  constraint second_person_is_another check (state not in ('confirmed', 'rejected') or decided_by <> recorded_by),
  constraint answer_is_whole check ((state = 'awaiting') = (decided_at is null))
);
comment on table consent_override is 'Going on without consent in the child''s best interests: reason, words, and a second person within the time the policy gives (24 h). Not countersigned, it lapses';
comment on column consent_override.text is 'Why, in words; encrypted under the child''s key';
comment on column consent_override.child_told is 'Whether the child was told; it is, unless that is unsafe';
comment on column consent_override.due_at is 'When it lapses unless it was countersigned';
comment on column consent_override.comment is 'What the second person said; encrypted under the child''s key';
create index consent_override_of_case on consent_override (case_id, happened_at);
create unique index consent_override_awaiting on consent_override (case_id, purpose, agency_id) nulls not distinct where state = 'awaiting';
create index consent_override_due on consent_override (due_at, id) where state = 'awaiting';
alter table consent_override enable row level security;
create policy reach on consent_override to ${app}
  using (exists (select 1 from case_file f where f.id = consent_override.case_id));
grant select, insert, update on consent_override to ${app};

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001805', 'override-countersign', null, 24, '2010-01-01', null, 'a second person within 24 hours; a proposal, to be confirmed by KPCPWC');
