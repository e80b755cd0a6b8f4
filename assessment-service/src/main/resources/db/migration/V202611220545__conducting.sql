-- Drafts, addenda, supervision and alarms; what is known of a child's age and of staff.
alter table known_case
  add column age_band text check (age_band in ('0-5', '6-11', '12-14', '15-17', '18+')),
  add column age_as_of timestamptz;
comment on column known_case.age_band is 'Age band of the child as last told; null for cases told of before this was kept';
comment on column known_case.age_as_of is 'When the child was of that age';

create table known_staff (
  staff_id uuid primary key,
  unit_id  uuid,
  roles    text[] not null,
  active   boolean not null,
  version  bigint not null
);
comment on table known_staff is 'Staff by id and role, as the directory told, without names: who may supervise a clinical assessment';
comment on column known_staff.staff_id is 'The member of staff';
comment on column known_staff.unit_id is 'The unit they work in; null at province level';
comment on column known_staff.roles is 'Role codes of the realm';
comment on column known_staff.active is 'Whether they still work here';
comment on column known_staff.version is 'Version of the record the row was made from; older events change nothing';
create index known_staff_of_unit on known_staff (unit_id) where active;
grant select, insert, update on known_staff to ${app};

-- Who works on a case: its owner, its members, those named while it is sealed, the supervisors of its unit. The
-- case's own policy holds within: what is sealed from somebody is not there for them.
create function works_on_case(the_case uuid) returns boolean language sql stable as $$
  select exists (
    select from known_case k
    where k.case_id = the_case
      and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.member_ids)
        or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.named_ids)
        or (k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ',')))))
$$;
comment on function works_on_case(uuid) is 'Whether the present caller works on the case or supervises its unit';

create table assessment_draft (
  id                 uuid primary key,
  case_id            uuid not null references known_case,
  instrument_id      text not null,
  instrument_version text not null,
  respondent         text not null check (respondent in ('child', 'caregiver', 'worker')),
  respondent_id      uuid,
  occasion_id        uuid not null,
  supervised_by      uuid,
  conducted_at       timestamptz not null,
  state              text not null check (state in ('open', 'completed', 'discarded')),
  answers            bytea,
  discard_reason     bytea,
  assessment_id      uuid references assessment,
  started_by         uuid not null,
  started_at         timestamptz not null,
  saved_by           uuid not null,
  saved_at           timestamptz not null,
  version            bigint not null,
  constraint draft_instrument foreign key (instrument_id, instrument_version) references instrument_version,
  constraint draft_ended_keeps_no_answers check (state = 'open' or answers is null),
  constraint draft_completed_became_one check ((state = 'completed') = (assessment_id is not null)),
  constraint draft_discarded_says_why check ((state = 'discarded') = (discard_reason is not null))
);
comment on table assessment_draft is 'Assessments that are being conducted: saved as they are answered, until completed or discarded';
comment on column assessment_draft.id is 'UUIDv7';
comment on column assessment_draft.case_id is 'The case assessed';
comment on column assessment_draft.instrument_id is 'Which instrument';
comment on column assessment_draft.instrument_version is 'Which version of it: stays, whatever is published meanwhile';
comment on column assessment_draft.respondent is 'Who answers: child, caregiver or worker';
comment on column assessment_draft.respondent_id is 'Which person of the case answers, where it is said';
comment on column assessment_draft.occasion_id is 'What several respondents answer on one occasion has the same; each answers apart';
comment on column assessment_draft.supervised_by is 'Staff id of the psychologist under whose supervision it is conducted';
comment on column assessment_draft.conducted_at is 'When it is conducted';
comment on column assessment_draft.state is 'open, completed or discarded';
comment on column assessment_draft.answers is 'The unfinished submission (XML), encrypted under the case''s key; gone when the draft ends';
comment on column assessment_draft.discard_reason is 'Why it was discarded, encrypted under the case''s key';
comment on column assessment_draft.assessment_id is 'What it became';
comment on column assessment_draft.started_by is 'Staff id of who began';
comment on column assessment_draft.started_at is 'When it was begun';
comment on column assessment_draft.saved_by is 'Staff id of who saved, completed or discarded it last';
comment on column assessment_draft.saved_at is 'When that was';
comment on column assessment_draft.version is 'For the entity tag';
create index assessment_draft_of_case on assessment_draft (case_id, started_at desc) where state = 'open';
create index assessment_draft_of_occasion on assessment_draft (occasion_id);
create index assessment_draft_became on assessment_draft (assessment_id) where assessment_id is not null;
grant select, insert, update on assessment_draft to ${app};
alter table assessment_draft enable row level security;
alter table assessment_draft force row level security;
create policy assessment_draft_reach on assessment_draft for select using (works_on_case(case_id));
create policy assessment_draft_begun on assessment_draft for insert
  with check (works_on_case(case_id) and started_by = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy assessment_draft_saved on assessment_draft for update using (works_on_case(case_id))
  with check (works_on_case(case_id) and saved_by = nullif(current_setting('app.staff_id', true), '')::uuid);

create function ended_draft_never_changes() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    raise exception 'a draft that has ended never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger ended_draft_never_changes before update on assessment_draft
  for each row execute function ended_draft_never_changes();

alter table assessment
  add column purpose       text not null default 'risk' check (purpose ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column respondent    text not null default 'worker' check (respondent in ('child', 'caregiver', 'worker')),
  add column respondent_id uuid,
  add column occasion_id   uuid,
  add column supervised_by uuid,
  add column amends        uuid references assessment,
  add column amend_reason  bytea,
  add constraint assessment_addendum_says_why check ((amends is null) = (amend_reason is null));
comment on column assessment.purpose is 'What the instrument is for';
comment on column assessment.respondent is 'Who answered: child, caregiver or worker';
comment on column assessment.respondent_id is 'Which person of the case answered, where it is said';
comment on column assessment.occasion_id is 'What several respondents answered on one occasion has the same; null: an occasion of its own';
comment on column assessment.supervised_by is 'Staff id of the psychologist under whose supervision it was conducted';
comment on column assessment.amends is 'The assessment this one is an addendum to; that one stays as it was';
comment on column assessment.amend_reason is 'Why it was amended, encrypted under the case''s key';
create unique index assessment_amended_once on assessment (amends) where amends is not null;
create index assessment_of_occasion on assessment (occasion_id) where occasion_id is not null;
create index assessment_supervised on assessment (supervised_by, recorded_at) where supervised_by is not null;

-- The psychologist who supervises sees what is conducted in their name, in a case of their unit.
drop policy assessment_reach on assessment;
create policy assessment_reach on assessment for select using (
  works_on_case(case_id)
  or (supervised_by = nullif(current_setting('app.staff_id', true), '')::uuid
    and exists (select from known_case k where k.case_id = assessment.case_id)));
drop policy assessment_by_staff on assessment;
create policy assessment_by_staff on assessment for insert with check (
  works_on_case(case_id) and conducted_by = nullif(current_setting('app.staff_id', true), '')::uuid);

create table countersignature (
  assessment_id uuid primary key references assessment,
  case_id       uuid not null references known_case,
  decision      text not null check (decision in ('agreed', 'not-agreed')),
  note          bytea,
  signed_by     uuid not null,
  signed_at     timestamptz not null
);
comment on table countersignature is 'What the supervising psychologist said of an assessment; a row never changes';
comment on column countersignature.assessment_id is 'The assessment';
comment on column countersignature.case_id is 'Its case';
comment on column countersignature.decision is 'agreed or not-agreed';
comment on column countersignature.note is 'What the psychologist wrote, encrypted under the case''s key';
comment on column countersignature.signed_by is 'Staff id of the psychologist';
comment on column countersignature.signed_at is 'When it was signed';
create index countersignature_of_case on countersignature (case_id);
grant select, insert on countersignature to ${app};
alter table countersignature enable row level security;
alter table countersignature force row level security;
create policy countersignature_reach on countersignature for select using (
  exists (select from assessment a where a.id = countersignature.assessment_id));
create policy countersignature_by_supervisor on countersignature for insert with check (
  signed_by = nullif(current_setting('app.staff_id', true), '')::uuid
  and exists (
    select from assessment a
    where a.id = countersignature.assessment_id and a.case_id = countersignature.case_id
      and a.supervised_by = countersignature.signed_by));

create table alarm (
  id            uuid primary key,
  case_id       uuid not null references known_case,
  instrument_id text not null,
  kind          text not null check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  imminent      boolean not null,
  draft_id      uuid references assessment_draft,
  assessment_id uuid references assessment,
  raised_by     uuid not null,
  raised_at     timestamptz not null,
  recorded_at   timestamptz not null,
  constraint alarm_is_of_something check (draft_id is not null or assessment_id is not null)
);
comment on table alarm is 'Answers that interrupt: somebody must act before anything else. Never taken back by changing the answer';
comment on column alarm.id is 'UUIDv7';
comment on column alarm.case_id is 'The case of the child';
comment on column alarm.instrument_id is 'The instrument in which it was answered';
comment on column alarm.kind is 'suicide or ongoing-abuse';
comment on column alarm.imminent is 'Whether the answer means danger at this moment';
comment on column alarm.draft_id is 'The draft it was first answered in';
comment on column alarm.assessment_id is 'The assessment it stands in, once there is one';
comment on column alarm.raised_by is 'Staff id of who wrote it down';
comment on column alarm.raised_at is 'When it was said';
comment on column alarm.recorded_at is 'When it was written down here';
create unique index alarm_once_in_draft on alarm (draft_id, kind, imminent) where draft_id is not null;
create index alarm_of_assessment on alarm (assessment_id) where assessment_id is not null;
create index alarm_of_case on alarm (case_id, raised_at desc);
grant select, insert, update (assessment_id) on alarm to ${app};
alter table alarm enable row level security;
alter table alarm force row level security;
create policy alarm_reach on alarm for select using (
  works_on_case(case_id) or exists (select from assessment a where a.id = alarm.assessment_id));
create policy alarm_by_staff on alarm for insert
  with check (works_on_case(case_id) and raised_by = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy alarm_follows_its_draft on alarm for update using (works_on_case(case_id) and assessment_id is null)
  with check (works_on_case(case_id));
