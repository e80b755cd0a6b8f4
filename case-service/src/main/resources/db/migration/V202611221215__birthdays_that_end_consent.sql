-- Consent that ends because the child grew older is told once.
create table consent_birthday (
  case_id      uuid not null references case_file,
  years        smallint not null check (years in (6, 18)),
  recorded_at  timestamptz not null,
  primary key (case_id, years)
);
comment on table consent_birthday is 'Birthdays that have come and were dealt with: at six the child is asked, too; at eighteen nobody else is';
comment on column consent_birthday.years is 'Which birthday; the day itself stands only in the sealed birth date';
alter table consent_birthday enable row level security;
create policy reach on consent_birthday to ${app}
  using (exists (select 1 from case_file f where f.id = consent_birthday.case_id));
grant select, insert, delete on consent_birthday to ${app};
create index child_by_birth_year on child (birth_year);
