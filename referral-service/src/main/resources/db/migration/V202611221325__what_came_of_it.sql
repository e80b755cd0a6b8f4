-- What those concerned say of a service, what an agency sends back or onward, and the gaps an agency's no leaves.
create table feedback_scale (
  rating   integer primary key check (rating between 1 and 5),
  picture  text not null,
  name_en  text not null,
  name_ur  text not null,
  name_ps  text not null,
  source   text not null
);
comment on table feedback_scale is 'How somebody says how it was: five faces, for children and grown-ups alike';
comment on column feedback_scale.rating is '1 worst, 5 best';
comment on column feedback_scale.picture is 'Code of the face that is shown';
comment on column feedback_scale.name_en is 'In English';
comment on column feedback_scale.name_ur is 'In Urdu';
comment on column feedback_scale.name_ps is 'In Pashto';
comment on column feedback_scale.source is 'Where the scale was published; translations are working ones';
insert into feedback_scale values
  (1, 'face-very-sad', 'Awful', 'بہت برا', 'ډېر بد', 'Smileyometer; Read and MacFarlane, 2006'),
  (2, 'face-sad', 'Not very good', 'زیادہ اچھا نہیں', 'ډېر ښه نه', 'Smileyometer; Read and MacFarlane, 2006'),
  (3, 'face-content', 'Good', 'اچھا', 'ښه', 'Smileyometer; Read and MacFarlane, 2006'),
  (4, 'face-happy', 'Really good', 'بہت اچھا', 'ډېر ښه', 'Smileyometer; Read and MacFarlane, 2006'),
  (5, 'face-very-happy', 'Brilliant', 'شاندار', 'خورا ښه', 'Smileyometer; Read and MacFarlane, 2006');
grant select on feedback_scale to ${app};

create table service_feedback (
  id               uuid primary key,
  referral_id      uuid not null references referral,
  case_id          uuid not null,
  speaker          text not null check (speaker in ('child', 'caregiver')),
  how_asked        text not null check (how_asked in ('in-person', 'phone', 'pictures', 'writing')),
  asked_alone      boolean not null,
  rating           integer not null references feedback_scale,
  words            bytea,
  agency_may_know  boolean not null,
  concern          boolean not null,
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  recorded_by      uuid not null,
  released_at      timestamptz,
  constraint released_as_agreed check (released_at is null or (agency_may_know and not concern))
);
comment on table service_feedback is 'What a child or a caregiver says of a service; the agency reads what was released only';
comment on column service_feedback.id is 'UUIDv7';
comment on column service_feedback.referral_id is 'The referral';
comment on column service_feedback.case_id is 'The case whose key encrypts the words';
comment on column service_feedback.speaker is 'Who speaks';
comment on column service_feedback.how_asked is 'How they were asked; pictures for children';
comment on column service_feedback.asked_alone is 'Nobody of the service, and nobody they may fear, was there';
comment on column service_feedback.rating is 'A step of the scale';
comment on column service_feedback.words is 'What they said, encrypted';
comment on column service_feedback.agency_may_know is 'They agree that the agency hears it';
comment on column service_feedback.concern is 'It says that somebody was harmed or badly treated there: never released';
comment on column service_feedback.happened_at is 'When they said it';
comment on column service_feedback.recorded_at is 'When the platform recorded it';
comment on column service_feedback.recorded_by is 'Staff id';
comment on column service_feedback.released_at is 'Since when the agency reads it';
create index service_feedback_by_referral on service_feedback (referral_id, happened_at desc, id desc);
alter table service_feedback enable row level security;
create policy sender on service_feedback to ${app}
  using (exists (select 1 from referral r where r.id = service_feedback.referral_id
                    and r.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid));
create policy agency_reads on service_feedback for select to ${app}
  using (released_at is not null and exists (
    select 1 from referral r where r.id = service_feedback.referral_id and r.packet_closed_at is null
       and r.status <> 'entered-in-error'
       and r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
grant select, insert on service_feedback to ${app};
grant update (released_at) on service_feedback to ${app};

create table referral_return (
  id                  uuid primary key,
  referral_id         uuid not null references referral,
  case_id             uuid not null,
  kind                text not null check (kind in ('back', 'onward')),
  service_id          uuid references service,
  reason_code         text not null,
  words               bytea not null,
  consent_by          text not null check (consent_by in ('child', 'caregiver')),
  consent_at          timestamptz not null,
  made_by             text not null,
  recorded_at         timestamptz not null,
  answer              text check (answer in ('taken-up', 'declined')),
  answer_words        bytea,
  answered_at         timestamptz,
  answered_by         uuid,
  onward_referral_id  uuid references referral,
  version             bigint not null,
  constraint onward_to_a_service check ((kind = 'onward') = (service_id is not null)),
  constraint answered_by_somebody check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
comment on table referral_return is 'An agency sends a child back to who asked, or proposes another service; who has the case decides';
comment on column referral_return.id is 'UUIDv7';
comment on column referral_return.referral_id is 'The referral it comes of';
comment on column referral_return.case_id is 'The case whose key encrypts the words';
comment on column referral_return.kind is 'back or onward';
comment on column referral_return.service_id is 'The service proposed';
comment on column referral_return.reason_code is 'Why, by code of referral_code';
comment on column referral_return.words is 'What was found and what is asked, encrypted';
comment on column referral_return.consent_by is 'Who agreed to it';
comment on column referral_return.consent_at is 'When they agreed';
comment on column referral_return.made_by is 'Subject of the token of who made it at the agency';
comment on column referral_return.recorded_at is 'When the platform recorded it';
comment on column referral_return.answer is 'taken-up or declined; null while nobody answered';
comment on column referral_return.answer_words is 'The same in words, encrypted';
comment on column referral_return.answered_at is 'When it was answered';
comment on column referral_return.answered_by is 'Staff id';
comment on column referral_return.onward_referral_id is 'The referral it was taken up with, part of the one it comes of';
comment on column referral_return.version is 'Entity tag';
create index referral_return_by_referral on referral_return (referral_id, recorded_at desc, id desc);
alter table referral_return enable row level security;
create policy sender on referral_return to ${app}
  using (exists (select 1 from referral r where r.id = referral_return.referral_id
                    and r.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid));
create policy agency_reads on referral_return for select to ${app}
  using (exists (select 1 from referral r where r.id = referral_return.referral_id
                    and r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
create policy agency_makes on referral_return for insert to ${app}
  with check (exists (select 1 from referral r where r.id = referral_return.referral_id
                         and r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
grant select, insert on referral_return to ${app};
grant update (answer, answer_words, answered_at, answered_by, onward_referral_id, version) on referral_return to ${app};

-- An agency records no gaps; its no leaves one. This runs as the owner of the tables, for what was just rejected or failed.
create function gap_of_answer(gap uuid, answered uuid, why text, happened timestamptz, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  with recorded as (
    insert into service_gap (id, unit_id, recorded_by, category, district_code, service_id, reason, happened_at, recorded_at)
    select gap, r.unit_id, r.requested_by, r.category, r.district_code, r.service_id, why, happened, now_is
      from referral r join taxonomy_term t on t.code = r.category
     where r.id = answered and r.status in ('rejected', 'failed')
    returning 1)
  select count(*)::integer from recorded
$$;
revoke execute on function gap_of_answer(uuid, uuid, text, timestamptz, timestamptz) from public;
grant execute on function gap_of_answer(uuid, uuid, text, timestamptz, timestamptz) to ${app};
