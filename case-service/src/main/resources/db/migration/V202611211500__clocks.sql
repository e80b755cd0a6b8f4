-- Deadlines as data: which kind of time they run on, when they remind and when they escalate.
alter table deadline_policy
  add column time_kind text not null default 'calendar' check (time_kind in ('calendar', 'working-days')),
  add column remind_percent smallint not null default 50 check (remind_percent between 1 and 99),
  add column commission_percent smallint not null default 200 check (commission_percent between 101 and 1000),
  add column set_by uuid,
  add column set_at timestamptz;
comment on column deadline_policy.hours is 'How long the step may take, on the clock of time_kind';
comment on column deadline_policy.time_kind is 'calendar: every hour counts; working-days: the clock stands still on Saturdays, Sundays and holidays, each other day counts 24 hours';
comment on column deadline_policy.remind_percent is 'Share of the time after which the owner is reminded';
comment on column deadline_policy.commission_percent is 'Share of the time after which an undone step is told to the Commission, as a number; at 100 the supervisor is told';
comment on column deadline_policy.set_by is 'Who set it; null for what the platform came with';
alter table deadline_policy add constraint policy_ends_after_it_begins check (valid_to is null or valid_to > valid_from);
create unique index deadline_policy_starts on deadline_policy (task_kind, coalesce(risk_level, ''), valid_from);
grant insert on deadline_policy to ${app};
grant update (valid_to) on deadline_policy to ${app};

create table holiday (
  day      date primary key,
  name_en  text not null,
  name_ur  text not null,
  name_ps  text not null,
  set_by   uuid,
  set_at   timestamptz not null
);
comment on table holiday is 'Public holidays of Khyber Pakhtunkhwa, on which a clock of working days stands still. Those that follow the moon are entered when they are announced';
grant select, insert, delete on holiday to ${app};
insert into holiday (day, name_en, name_ur, name_ps, set_at)
select make_date(year, month, day_of_month), en, ur, ps, timestamptz '2026-11-21 00:00+05'
  from generate_series(2025, 2028) as year,
       (values (2, 5, 'Kashmir Day', 'یومِ کشمیر', 'د کشمیر ورځ'),
               (3, 23, 'Pakistan Day', 'یومِ پاکستان', 'د پاکستان ورځ'),
               (5, 1, 'Labour Day', 'یومِ مزدور', 'د مزدور ورځ'),
               (8, 14, 'Independence Day', 'یومِ آزادی', 'د خپلواکۍ ورځ'),
               (11, 9, 'Iqbal Day', 'یومِ اقبال', 'د اقبال ورځ'),
               (12, 25, 'Quaid-e-Azam Day', 'یومِ قائد اعظم', 'د قائد اعظم ورځ')) as fixed (month, day_of_month, en, ur, ps);

alter table task
  add column started_at timestamptz,
  add column remind_at timestamptz,
  add column commission_at timestamptz,
  add column reminded_at timestamptz,
  add column escalated_at timestamptz,
  add column commission_told_at timestamptz;
update task set started_at = least(recorded_at, due_at),
                remind_at = least(recorded_at, due_at) + (due_at - least(recorded_at, due_at)) / 2,
                commission_at = due_at + (due_at - least(recorded_at, due_at));
alter table task
  alter column started_at set not null,
  alter column remind_at set not null,
  alter column commission_at set not null;
comment on column task.started_at is 'When the clock began to run';
comment on column task.remind_at is 'When the owner is to be reminded; fixed with the deadline';
comment on column task.commission_at is 'When the Commission is to be told that it is still undone; fixed with the deadline';
comment on column task.reminded_at is 'When the owner was reminded';
comment on column task.escalated_at is 'When the supervisor was told, at the deadline';
comment on column task.commission_told_at is 'When the Commission was told, as a number';
create index task_to_remind on task (remind_at, id) where state = 'open' and reminded_at is null;
create index task_to_escalate on task (due_at, id) where state = 'open' and escalated_at is null;
create index task_to_tell on task (commission_at, id) where state = 'open' and commission_told_at is null;
create index task_open_of_unit on task (unit_id, due_at, id) where state = 'open';

create table task_reassignment (
  id           uuid primary key,
  task_id      uuid not null references task,
  case_id      uuid not null references case_file,
  from_owner   uuid,
  to_owner     uuid not null,
  reason       bytea not null,
  reassigned_by uuid not null,
  recorded_at  timestamptz not null
);
comment on table task_reassignment is 'Who gave a task to whom, and why; the reason is encrypted under the child''s key';
create index task_reassignment_of_task on task_reassignment (task_id, recorded_at);
alter table task_reassignment enable row level security;
create policy reach on task_reassignment to ${app}
  using (exists (select 1 from case_file f where f.id = task_reassignment.case_id));
grant select, insert on task_reassignment to ${app};

create table caseload_policy (
  id             uuid primary key,
  warn_at        integer not null,
  reason_at      integer not null,
  approval_at    integer not null,
  weight_high    numeric(3, 1) not null,
  weight_medium  numeric(3, 1) not null,
  weight_low     numeric(3, 1) not null,
  valid_from     date not null,
  valid_to       date,
  source         text not null,
  check (0 < warn_at and warn_at < reason_at and reason_at < approval_at)
);
comment on table caseload_policy is 'How many open cases one worker may have: a warning, a reason of the supervisor, the Commission''s approval; and what a case weighs by its risk';
insert into caseload_policy values
  ('01900000-0000-7000-8000-000000001501', 20, 25, 30, 2, 1, 0.5, '2010-01-01', null,
   'At most 25 open cases for a caseworker (Minimum Standards for Child Protection in Humanitarian Action, 2019, standard 18); the steps and weights are to be confirmed by KPCPWC');
grant select on caseload_policy to ${app};
