-- Somebody asks for a case that another has. Who is responsible for it now is asked, whoever that is by then, and nobody
-- else; yes leads to an assignment within the unit or to a transfer to the other one, and each keeps its own rules.
create table case_request (
  id                    uuid primary key,
  case_id               uuid not null references case_file,
  case_number           text not null,
  child_id              uuid not null,
  unit_id               uuid not null,
  asked_by              uuid not null,
  asking_unit           uuid not null,
  district_code         text,
  reason                text not null,
  words                 bytea not null,
  state                 text not null check (state in ('pending', 'accepted', 'rejected', 'lapsed')),
  asked_at              timestamptz not null,
  decided_by            uuid,
  decided_at            timestamptz,
  decision_recorded_at  timestamptz,
  answer                bytea,
  transfer_id           uuid references case_transfer,
  version               bigint not null,
  constraint answer_is_whole check ((state = 'pending') = (decided_at is null)
    and (state in ('accepted', 'rejected')) = (decided_by is not null) and (decided_by is null) = (decision_recorded_at is null)),
  constraint nobody_asks_themselves check (decided_by is null or decided_by <> asked_by)
);
create unique index case_request_pending on case_request (case_id, asked_by) where state = 'pending';
create index case_request_in on case_request (unit_id, asked_at, id) where state = 'pending';
create index case_request_own on case_request (asked_by, asked_at desc, id desc);
comment on table case_request is 'Somebody asks for a case that another has, and what was answered. Words are encrypted under the child''s key';
comment on column case_request.unit_id is 'The unit of the case, whose supervisors answer; follows the case while nobody has answered';
comment on column case_request.asking_unit is 'Of whoever asks: where the case would go';
comment on column case_request.district_code is 'Where the child is, by whoever asks from another unit';
comment on column case_request.reason is 'Code of the list case-request-reason';
comment on column case_request.state is 'lapsed: the case was closed before anybody answered';
comment on column case_request.answer is 'What was said to whoever asked';
comment on column case_request.transfer_id is 'The transfer that yes led to, where the units differ';

alter table case_request enable row level security;
create policy sides on case_request to ${app}
  using ((asked_by = nullif(current_setting('app.staff_id', true), '')::uuid
      or exists (select 1 from case_file f
                  where f.id = case_request.case_id
                    and ('supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
                      or f.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid)))
      and not sealed_from_caller(case_id));
grant select, insert, update on case_request to ${app};

create function case_request_follows_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_request
     set unit_id = new.unit_id,
         state = case when new.state = 'closed' then 'lapsed' else state end,
         decided_at = case when new.state = 'closed' then new.closed_at end,
         version = version + 1
   where case_id = new.id and state = 'pending';
  return null;
end $$;
revoke execute on function case_request_follows_case() from public;
create trigger case_request_follows after update of unit_id, state on case_file
  for each row when (old.unit_id is distinct from new.unit_id or (new.state = 'closed' and old.state <> 'closed'))
  execute function case_request_follows_case();

-- Whoever asks does not reach the case: the task of its supervisor and the line in its story come with the request.
create policy case_request_answer on task for insert to ${app}
  with check (kind = 'case-request' and exists (
    select 1 from case_request r
     where r.id = task.subject_id and r.case_id = task.case_id and r.unit_id = task.unit_id
       and r.asked_by = nullif(current_setting('app.staff_id', true), '')::uuid));
create policy asked_for on timeline_entry for insert to ${app}
  with check (kind = 'case-asked-for' and exists (
    select 1 from case_request r
     where r.id = timeline_entry.subject_id and r.case_id = timeline_entry.case_id
       and r.asked_by = nullif(current_setting('app.staff_id', true), '')::uuid));

alter table case_transfer add column asked_by uuid;
comment on column case_transfer.asked_by is 'Who of the receiving unit had asked for the case; null where nobody had';

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000003401', 'case-request', null, 48, '2010-01-01', null, 'answered within two days; a proposal, to be confirmed by KPCPWC');
insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('case-request-reason', 'child-here', 'The child is here with us now', 'بچہ اب ہمارے ہاں ہے', 'ماشوم اوس زموږ سره دی', 1, '2010-01-01'),
  ('case-request-reason', 'knows-family', 'I work with this family already', 'میں پہلے سے اس خاندان کے ساتھ کام کرتا ہوں', 'زه لا د مخه له دې کورنۍ سره کار کوم', 2, '2010-01-01'),
  ('case-request-reason', 'sibling-case', 'I have the case of a brother or sister', 'بہن یا بھائی کا کیس میرے پاس ہے', 'د ورور یا خور قضیه یې له ما سره ده', 3, '2010-01-01'),
  ('case-request-reason', 'new-report', 'A new report about the child reached me', 'بچے کے بارے میں نئی اطلاع مجھے ملی', 'د ماشوم په اړه نوی راپور ماته راغلی', 4, '2010-01-01'),
  ('case-request-reason', 'owner-away', 'The family finds nobody responsible', 'خاندان کو کوئی ذمہ دار نہیں ملتا', 'کورنۍ ته کوم مسؤول نه پیدا کېږي', 5, '2010-01-01');
