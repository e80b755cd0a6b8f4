-- A referral may go to somebody whom consent names and no directory has. Who that is stays with the case; here it is an id.
create table known_recipient (
  case_id       uuid not null,
  recipient_id  uuid not null,
  service_type  text not null,
  primary key (case_id, recipient_id)
);
comment on table known_recipient is 'Recipients outside the directory whom a consent or an override of a case names; from consent-recorded and consent-overridden';
comment on column known_recipient.case_id is 'The case; of no other may it be used';
comment on column known_recipient.recipient_id is 'The recipient, whose name only the case has';
comment on column known_recipient.service_type is 'What for; the rules of packets go by it';
alter table known_recipient enable row level security;
create policy learns on known_recipient to ${app}
  using (current_setting('app.system', true) = 'on');
create policy reach on known_recipient for select to ${app}
  using (exists (select 1 from known_case c where c.case_id = known_recipient.case_id));
grant select, insert on known_recipient to ${app};

-- Sharing is with one agency or with one such recipient.
alter table known_sharing drop constraint known_sharing_pkey;
alter table known_sharing
  alter column agency_id drop not null,
  add column recipient_id uuid,
  add constraint shared_with_one check (num_nonnulls(agency_id, recipient_id) = 1);
create unique index known_sharing_with on known_sharing (case_id, agency_id, recipient_id) nulls not distinct;
comment on column known_sharing.recipient_id is 'The recipient outside the directory';

-- Such a referral is of no agency: no policy that asks for one shows it, no endpoint and no address of one is told of it.
alter table referral
  alter column agency_id drop not null,
  alter column service_id drop not null,
  add column recipient_id uuid,
  add constraint to_one_recipient check (num_nonnulls(agency_id, recipient_id) = 1),
  add constraint outside_no_service_of_the_directory check ((service_id is null) = (recipient_id is not null)),
  add constraint outside_nobody_of_an_agency check (addressee_id is null or agency_id is not null),
  add constraint outside_nothing_invented check (recipient_id is null or unit_id <> '00000000-0000-0000-0000-000000000000');
comment on column referral.recipient_id is 'Instead of agency and service: somebody whom consent names and no directory has, reached by a secure link alone';
create index referral_to_recipient on referral (case_id, recipient_id) where recipient_id is not null;
