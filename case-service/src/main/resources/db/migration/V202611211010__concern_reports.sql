create table concern_report (
  id                  uuid primary key,
  channel             text not null,
  district_code       text not null,
  unit_id             uuid,
  urgency             text not null,
  concerns            text[] not null,
  received_at         timestamptz not null,
  recorded_at         timestamptz not null,
  taken_by            uuid not null,
  reporter_kind       text not null,
  reporter_name       bytea,
  reporter_phone      bytea,
  reporter_relation   text,
  narrative           bytea not null,
  hint_name           bytea,
  hint_sex            text,
  hint_age_years      smallint,
  hint_place          bytea,
  state               text not null check (state in ('waiting', 'triaged')),
  decision            text check (decision in ('open-case', 'no-concern')),
  decision_reason     bytea,
  triaged_at          timestamptz,
  triage_recorded_at  timestamptz,
  triaged_by          uuid,
  case_id             uuid,
  version             bigint not null,
  constraint triage_is_whole check ((state = 'triaged') = (decision is not null and triaged_at is not null and triaged_by is not null)),
  constraint anonymous_stays_anonymous check (reporter_kind <> 'anonymous' or (reporter_name is null and reporter_phone is null))
);
comment on table concern_report is 'What somebody told us about a child, before anybody decided whether it becomes a case';
comment on column concern_report.received_at is 'When it was said (the clock of triage runs from here)';
comment on column concern_report.recorded_at is 'When it was entered';
comment on column concern_report.narrative is 'Encrypted; data subject is the report itself';
comment on column concern_report.unit_id is 'Unit that triages it; null when the district has no unit, then any supervisor may take it';
create index concern_report_queue on concern_report (unit_id, state, received_at, id);
create index concern_report_taken on concern_report (taken_by, received_at desc, id desc);

alter table concern_report enable row level security;
create policy reach on concern_report to ${app}
  using (
    current_setting('app.system', true) = 'on'
    or taken_by = nullif(current_setting('app.staff_id', true), '')::uuid
    or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
    or (unit_id is null and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ',')))
  )
  with check (nullif(current_setting('app.staff_id', true), '') is not null or current_setting('app.system', true) = 'on');
grant select, insert, update on concern_report to ${app};
