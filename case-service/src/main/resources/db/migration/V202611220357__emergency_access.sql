-- In an emergency somebody reads a case that is not theirs, for three hours, and answers for it afterwards.
create table emergency_access (
  id                  uuid primary key,
  case_id             uuid not null references case_file,
  case_number         text not null,
  child_id            uuid not null,
  unit_id             uuid not null,
  staff_id            uuid not null,
  reason              text not null,
  words               bytea not null,
  begins_at           timestamptz not null,
  ends_at             timestamptz not null,
  state               text not null check (state in ('to-review', 'justified', 'not-justified')),
  reviewed_by         uuid,
  reviewed_at         timestamptz,
  review_recorded_at  timestamptz,
  review_words        bytea,
  version             bigint not null,
  constraint ends_after_it_begins check (ends_at > begins_at and ends_at <= begins_at + interval '3 hours'),
  constraint review_is_whole check ((state = 'to-review') = (reviewed_by is null) and (reviewed_by is null) = (reviewed_at is null)),
  constraint nobody_reviews_their_own check (reviewed_by is null or reviewed_by <> staff_id)
);
create index emergency_access_by_staff on emergency_access (staff_id, ends_at);
create index emergency_access_of_case on emergency_access (case_id);
create index emergency_access_to_review on emergency_access (unit_id, begins_at desc, id desc);
comment on table emergency_access is 'Who read a case that is not theirs because of an emergency, why, until when, and what the supervisor thought of it afterwards';
comment on column emergency_access.unit_id is 'The unit of the case, whose supervisors review it; follows the case';
comment on column emergency_access.reason is 'Code of the list emergency-reason';
comment on column emergency_access.words is 'Why, in words; encrypted under the child''s key, as review_words';
alter table emergency_access enable row level security;
create policy sides on emergency_access to ${app}
  using ((staff_id = nullif(current_setting('app.staff_id', true), '')::uuid
      or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))))
      and not sealed_from_caller(case_id));
grant select, insert, update on emergency_access to ${app};

create function emergency_follows_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update emergency_access set unit_id = new.unit_id where case_id = new.id;
  return null;
end $$;
revoke execute on function emergency_follows_case() from public;
create trigger emergency_follows after update of unit_id on case_file
  for each row when (old.unit_id is distinct from new.unit_id) execute function emergency_follows_case();

-- The time is the application's, as everywhere. Asked once per statement.
create function cases_in_emergency()
returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(case_id), '{}') from emergency_access
   where staff_id = nullif(current_setting('app.staff_id', true), '')::uuid
     and ends_at > nullif(current_setting('app.now', true), '')::timestamptz
$$;
revoke execute on function cases_in_emergency() from public;
grant execute on function cases_in_emergency() to ${app};
create policy emergency on case_file for select to ${app}
  using (named_ids is null and id = any ((select cases_in_emergency())::uuid[]));

-- What is needed to open the way to a case by its number; a sealed case has none.
create function case_for_emergency(wanted text)
returns table (case_id uuid, child_id uuid, unit_id uuid, district_code text, owner_id uuid, member_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.child_id, f.unit_id, f.district_code, f.owner_id, f.member_ids
    from case_file f
   where f.number = wanted and f.named_ids is null
     and nullif(current_setting('app.unit_id', true), '') is not null
$$;
revoke execute on function case_for_emergency(text) from public;
grant execute on function case_for_emergency(text) to ${app};

-- Whoever takes the access tells the supervisor by it, also in another unit.
create policy emergency_review on task for insert to ${app}
  with check (kind = 'emergency-review' and exists (
    select 1 from emergency_access e
     where e.id = task.subject_id and e.case_id = task.case_id and e.unit_id = task.unit_id
       and e.staff_id = nullif(current_setting('app.staff_id', true), '')::uuid));

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001601', 'emergency-review', null, 24, '2010-01-01', null, 'reviewed within a day; a proposal, to be confirmed by KPCPWC');
insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('emergency-reason', 'danger-now', 'The child is in danger now', 'بچہ اس وقت خطرے میں ہے', 'ماشوم همدا اوس په خطر کې دی', 1, '2010-01-01'),
  ('emergency-reason', 'medical', 'A hospital needs to know', 'ہسپتال کو معلومات درکار ہیں', 'روغتون معلومات غواړي', 2, '2010-01-01'),
  ('emergency-reason', 'police', 'The police have found the child', 'پولیس کو بچہ مل گیا ہے', 'پولیسو ماشوم موندلی', 3, '2010-01-01'),
  ('emergency-reason', 'missing', 'The child is missing', 'بچہ لاپتہ ہے', 'ماشوم ورک دی', 4, '2010-01-01'),
  ('emergency-reason', 'owner-away', 'The family calls and nobody responsible can be reached', 'خاندان رابطے میں ہے اور ذمہ دار دستیاب نہیں', 'کورنۍ اړیکه نیسي او مسؤول نه موندل کېږي', 5, '2010-01-01');
