-- What was offered after an assessment, what a worker took, and why; so that the Commission can see what works.
create table response_offer (
  assessment_id uuid not null references assessment,
  response      text not null check (response ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  case_id       uuid not null references known_case,
  grounds       bytea not null,
  offered_at    timestamptz not null,
  primary key (assessment_id, response)
);
comment on table response_offer is 'Responses offered after an assessment, by rules that are data; a row never changes';
comment on column response_offer.assessment_id is 'The assessment they follow from';
comment on column response_offer.response is 'Code of the library';
comment on column response_offer.case_id is 'Its case';
comment on column response_offer.grounds is 'Ids of the rules that led to it, encrypted under the case''s key: a rule may tell an answer';
comment on column response_offer.offered_at is 'When it was offered';
create index response_offer_of_case on response_offer (case_id);
grant select, insert on response_offer to ${app};
alter table response_offer enable row level security;
alter table response_offer force row level security;
create policy response_offer_reach on response_offer for select using (
  exists (select from assessment a where a.id = response_offer.assessment_id));
create policy response_offer_made on response_offer for insert with check (works_on_case(case_id));

create table response_taken (
  action_id     uuid primary key,
  assessment_id uuid not null,
  response      text not null,
  case_id       uuid not null references known_case,
  due_on        date not null,
  taken_by      uuid not null,
  taken_at      timestamptz not null,
  foreign key (assessment_id, response) references response_offer,
  unique (assessment_id, response)
);
comment on table response_taken is 'Offered responses a worker took into the case plan; a row never changes';
comment on column response_taken.action_id is 'UUIDv7; the plan''s action has the same id';
comment on column response_taken.assessment_id is 'The assessment after which it was offered';
comment on column response_taken.response is 'Code of the library';
comment on column response_taken.case_id is 'The case';
comment on column response_taken.due_on is 'By when it is to be done';
comment on column response_taken.taken_by is 'Staff id of who took it';
comment on column response_taken.taken_at is 'When it was taken';
create index response_taken_of_case on response_taken (case_id, taken_at);
grant select, insert on response_taken to ${app};
alter table response_taken enable row level security;
alter table response_taken force row level security;
create policy response_taken_reach on response_taken for select using (works_on_case(case_id));
create policy response_taken_by_staff on response_taken for insert with check (
  works_on_case(case_id) and taken_by = nullif(current_setting('app.staff_id', true), '')::uuid
  and exists (select from response_offer o where o.assessment_id = response_taken.assessment_id
    and o.response = response_taken.response and o.case_id = response_taken.case_id));
