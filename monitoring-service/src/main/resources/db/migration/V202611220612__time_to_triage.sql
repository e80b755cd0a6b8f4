-- How long a report waited until somebody decided what becomes of it: a case, part of a case, another body, or no concern.
create table triage_fact (
  report_id      uuid primary key,
  district_code  text not null,
  urgency        text not null,
  decided_at     timestamptz not null,
  waited_minutes bigint not null
);
create index triage_fact_by_time on triage_fact (decided_at);
comment on table triage_fact is 'One row per concern report that was decided upon; the first decision counts';
comment on column triage_fact.report_id is 'The report; its contents stay with the case service';
comment on column triage_fact.district_code is 'District whose unit decided';
comment on column triage_fact.urgency is 'immediate, urgent or routine';
comment on column triage_fact.decided_at is 'When it was decided: counted by this';
comment on column triage_fact.waited_minutes is 'From when the report reached anyone of the system to the decision';
grant select, insert on triage_fact to ${app};
