-- Whose case it is, who else works on it, and how much one worker may have.
alter table case_file
  add column owned_since timestamptz,
  add column member_ids  uuid[] not null default '{}',
  add column named_ids   uuid[];
comment on column case_file.owned_since is 'When the present owner took it over; null for whoever had it from the beginning';
comment on column case_file.member_ids is 'Who works on it besides the owner and reaches it as if it were theirs; follows case_member';
comment on column case_file.named_ids is 'While the case is sealed: who alone may know of it; null while it is not';

-- Owner and members reach their case whatever their role, the unit's case workers its line; of a sealed case only who
-- is named, supervisor or not, learns that there is one.
drop policy reach on case_file;
create policy reach on case_file to ${app}
  using (current_setting('app.system', true) = 'on'
      or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and case when named_ids is null
                   then owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
                     or nullif(current_setting('app.staff_id', true), '')::uuid = any (member_ids)
                     or string_to_array(current_setting('app.roles', true), ',') && array['social-worker', 'protection-officer', 'supervisor']
                   else nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids) end))
  with check (current_setting('app.system', true) = 'on'
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create index case_file_open_by_owner on case_file (owner_id) where state <> 'closed';
create index case_file_open_by_unit on case_file (unit_id, opened_at, id) where state <> 'closed';

create table owner_change (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  from_owner   uuid,
  to_owner     uuid not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  assigned_by  uuid not null,
  open_cases   integer not null,
  band         text not null check (band in ('normal', 'warning', 'reason', 'approval')),
  handover     bytea,
  reason       bytea
);
create index owner_change_of_case on owner_change (case_id, happened_at desc, id desc);
comment on table owner_change is 'Who had a case, one after the other; never changed. Words are encrypted under the child''s key';
comment on column owner_change.from_owner is 'Who had it before; null when nobody did';
comment on column owner_change.open_cases is 'How many open cases the new owner had before this one';
comment on column owner_change.band is 'What the caseload policy said to that';
comment on column owner_change.handover is 'What the next owner had to know';
comment on column owner_change.reason is 'Why this worker in spite of the load';
alter table owner_change enable row level security;
create policy reach on owner_change to ${app}
  using (exists (select 1 from case_file f where f.id = owner_change.case_id));
grant select, insert on owner_change to ${app};

create table case_member (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  staff_id     uuid not null,
  part         text not null check (part in ('psychologist', 'second-worker')),
  since        timestamptz not null,
  until        timestamptz,
  added_by     uuid not null,
  recorded_at  timestamptz not null,
  ended_by     uuid,
  version      bigint not null,
  constraint membership_ends_after_it_begins check (until is null or until >= since)
);
create index case_member_of_case on case_member (case_id, since, id);
create unique index case_member_once on case_member (case_id, staff_id) where until is null;
comment on table case_member is 'Who works on a case besides its owner, since when and until when';
comment on column case_member.part is 'What they do in it';
comment on column case_member.until is 'Null while it lasts';
alter table case_member enable row level security;
create policy reach on case_member to ${app}
  using (exists (select 1 from case_file f where f.id = case_member.case_id));
grant select, insert, update on case_member to ${app};

create table caseload_exception (
  id            uuid primary key,
  unit_id       uuid not null,
  staff_id      uuid not null,
  open_cases    integer not null,
  weighted      numeric(7, 1) not null,
  state         text not null check (state in ('pending', 'approved', 'declined', 'used')),
  requested_by  uuid not null,
  requested_at  timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  used_at       timestamptz,
  version       bigint not null,
  constraint decision_is_whole check ((state = 'pending') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint used_has_a_time check ((state = 'used') = (used_at is not null))
);
create unique index caseload_exception_open on caseload_exception (staff_id) where state in ('pending', 'approved');
create index caseload_exception_queue on caseload_exception (requested_at, id) where state in ('pending', 'approved');
comment on table caseload_exception is 'A supervisor asks the Commission for one case more than the policy lets a worker have; numbers only, no case and no child';
comment on column caseload_exception.staff_id is 'The worker; the Commission is not shown who';
comment on column caseload_exception.open_cases is 'Open cases of the worker when it was asked for';
comment on column caseload_exception.used_at is 'When an assignment used the approval up';
alter table caseload_exception enable row level security;
create policy reach on caseload_exception to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')))
  with check (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      or ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')) and state in ('approved', 'declined')));
grant select, insert, update on caseload_exception to ${app};
