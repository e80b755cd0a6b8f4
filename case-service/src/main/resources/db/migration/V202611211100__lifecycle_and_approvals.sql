-- The steps of a case (Inter-Agency Guidelines for Case Management and Child Protection, 2014) and who approves them.
alter table case_file
  add column episode            integer not null default 1 check (episode > 0),
  add column episode_opened_at  timestamptz,
  add column state_since        timestamptz,
  add column closed_at          timestamptz,
  add constraint known_state check (state in
    ('identified', 'assessed', 'planned', 'in-implementation', 'under-review', 'closed')),
  add constraint closed_has_a_time check ((state = 'closed') = (closed_at is not null));
comment on column case_file.episode is 'Reopening keeps the number and begins the next episode';
comment on column case_file.episode_opened_at is 'When this episode began; null for the first, which began with the case';
comment on column case_file.state_since is 'When the last step happened; null while there was none';

create table case_step (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  episode      integer not null,
  step         text not null,
  from_state   text not null,
  to_state     text not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null
);
create index case_step_by_case on case_step (case_id, happened_at, recorded_at);
comment on table case_step is 'Every step a case took; never changed';
alter table case_step enable row level security;
create policy reach on case_step to ${app}
  using (exists (select 1 from case_file f where f.id = case_step.case_id));
grant select, insert on case_step to ${app};

create table approval (
  id                    uuid primary key,
  case_id               uuid not null references case_file,
  unit_id               uuid not null,
  episode               integer not null,
  kind                  text not null,
  subject_id            uuid not null,
  subject_version       bigint not null,
  content               bytea not null,
  note                  bytea,
  state                 text not null check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
  requested_by          uuid not null,
  requested_at          timestamptz not null,
  recorded_at           timestamptz not null,
  decided_by            uuid,
  decided_at            timestamptz,
  decision_recorded_at  timestamptz,
  comment               bytea,
  version               bigint not null,
  constraint decision_is_whole check ((state in ('approved', 'rejected')) =
    (decided_by is not null and decided_at is not null and decision_recorded_at is not null)),
  constraint nobody_decides_their_own_request check (decided_by is null or decided_by <> requested_by)
);
create unique index approval_pending on approval (case_id, kind) where state = 'pending';
create index approval_queue on approval (unit_id, requested_at, id) where state = 'pending';
create index approval_by_case on approval (case_id, requested_at, id);
comment on table approval is 'What a worker asked a supervisor to approve, as it was then, and the answer';
comment on column approval.content is 'What was submitted, frozen; encrypted under the child''s key';
comment on column approval.unit_id is 'The unit whose supervisors are asked; a case that leaves takes no open request along';
alter table approval enable row level security;
create policy reach on approval to ${app}
  using (exists (select 1 from case_file f where f.id = approval.case_id));
grant select, insert, update on approval to ${app};

-- Deadlines of the steps; the policy is data, to be replaced by the KP SOP.
insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001101', 'comprehensive-assessment', null, 168, '2010-01-01', null, 'seven days from registration, as in a national manual elsewhere; to be confirmed by KPCPWC'),
  ('01900000-0000-7000-8000-000000001102', 'post-closure-check', null, 2160, '2010-01-01', null, 'one contact within three months of closing; to be confirmed by KPCPWC');
