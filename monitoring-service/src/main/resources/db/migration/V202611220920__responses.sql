-- What was offered after assessments and what of it was taken into plans: which response, never why or for whom.
create table response_fact (
  assessment_id uuid not null,
  response      text not null,
  offered_at    timestamptz,
  taken_at      timestamptz,
  primary key (assessment_id, response),
  constraint response_fact_tells_something check (offered_at is not null or taken_at is not null)
);
create index response_fact_by_time on response_fact (offered_at);
comment on table response_fact is 'One row per response offered after an assessment; may be told of as taken before it is told of as offered';
comment on column response_fact.assessment_id is 'The assessment; its answers stay with the assessment service';
comment on column response_fact.response is 'Code of the response in the toolkit''s library';
comment on column response_fact.offered_at is 'When it was offered: counted by this; null until that was told';
comment on column response_fact.taken_at is 'When somebody took it into the plan; null while nobody has';
grant select, insert, update on response_fact to ${app};
