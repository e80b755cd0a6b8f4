-- Somebody whom a consent names and no directory has: a lawyer asked once, a doctor in a village. The name of such a person beside a
-- child is personal, so it stays here, sealed; other services know the id.
create table outside_recipient (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  service_type  text not null check (service_type in
    ('legal-aid', 'health', 'shelter', 'education', 'registration', 'psychosocial', 'rehabilitation', 'livelihood', 'tracing', 'other')),
  name          bytea not null,
  place         bytea not null,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null
);
comment on table outside_recipient is 'Whom information of a case may be shared with though no directory has them; never changed, since consent named them so';
comment on column outside_recipient.id is 'All that other services know of them';
comment on column outside_recipient.case_id is 'The case whose consent names them; nobody else''s';
comment on column outside_recipient.service_type is 'What for, as the directory of services has it; police and courts are in the directory';
comment on column outside_recipient.name is 'The person or body; encrypted under the child''s key';
comment on column outside_recipient.place is 'Where they are; encrypted under the child''s key';
comment on column outside_recipient.recorded_by is 'Staff id of who wrote it down';
comment on column outside_recipient.recorded_at is 'When the platform recorded it';
create index outside_recipient_of_case on outside_recipient (case_id, recorded_at, id);
alter table outside_recipient enable row level security;
create policy reach on outside_recipient to ${app}
  using (exists (select 1 from case_file f where f.id = outside_recipient.case_id));
grant select, insert on outside_recipient to ${app};

-- Sharing names one agency or one such recipient, and nothing else does.
alter table consent
  add column recipient_id uuid references outside_recipient,
  drop constraint sharing_names_an_agency,
  add constraint sharing_names_one check (num_nonnulls(agency_id, recipient_id) = (purpose = 'share-information')::integer);
comment on column consent.recipient_id is 'The one recipient outside the directory that information is shared with';
alter table consent_override
  add column recipient_id uuid references outside_recipient,
  drop constraint sharing_is_overridden_for_an_agency,
  add constraint sharing_is_overridden_for_one check (num_nonnulls(agency_id, recipient_id) = (purpose = 'share-information')::integer);
comment on column consent_override.recipient_id is 'The one recipient outside the directory that information is shared with';
drop index consent_override_awaiting;
create unique index consent_override_awaiting on consent_override (case_id, purpose, agency_id, recipient_id) nulls not distinct where state = 'awaiting';
