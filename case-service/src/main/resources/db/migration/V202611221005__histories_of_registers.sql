-- What an earlier register said of a case beyond the child: history, which counts for nothing here until it is done anew.
create table imported_case (
  case_id      uuid primary key references case_file,
  state        text not null,
  risk_level   text check (risk_level in ('high', 'medium', 'low', 'none')),
  risk_on      date,
  consent      text check (consent in ('given', 'refused')),
  consent_on   date,
  imported_at  timestamptz not null,
  constraint risk_of_a_day_has_a_level check (risk_on is null or risk_level is not null),
  constraint consent_has_a_day check ((consent is null) = (consent_on is null))
);
comment on table imported_case is 'What the earlier register said of a case that was taken over';
comment on column imported_case.case_id is 'The case';
comment on column imported_case.state is 'Its step there; here an open one begins as identified';
comment on column imported_case.risk_level is 'Its level of risk there: no level of risk here, it is assessed anew';
comment on column imported_case.risk_on is 'Day of that level, where the register knew it';
comment on column imported_case.consent is 'Consent to casework as the register had it: no consent here, it is recorded anew';
comment on column imported_case.consent_on is 'Day of that consent';
comment on column imported_case.imported_at is 'When it was taken over';
grant select, insert on imported_case to ${app};
alter table imported_case enable row level security;
create policy reach on imported_case to ${app}
  using (exists (select 1 from case_file f where f.id = imported_case.case_id));
