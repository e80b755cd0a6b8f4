-- A referral can be meant for one person of an agency: senders choose by what the agency has them called, and the token of the
-- account says who it is.
alter table agency_person add column shown_as bytea;
comment on column agency_person.shown_as is 'What the agency has senders of referrals call this person, encrypted; null while nobody chooses them by name';

create table agency_person_account (
  person_id  uuid primary key references agency_person,
  subject    text not null,
  told       bigint not null
);
comment on table agency_person_account is 'Accounts of agencies'' people in Keycloak, as the subject of their tokens names them; beside the person, whose entity tag an account that was made does not change';
comment on column agency_person_account.person_id is 'Whose account it is';
comment on column agency_person_account.subject is 'Subject of its tokens';
comment on column agency_person_account.told is 'How often other services were told of the person; orders the events';
alter table agency_person_account enable row level security;
create policy kept on agency_person_account for all to ${app} using (
  current_setting('app.system', true) = 'on'
  or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
grant select, insert, update on agency_person_account to ${app};

-- Accounts that are there already are looked up once more.
update provisioning_task set requested_version = requested_version + 1, attempts = 0, next_attempt_at = now()
 where kind = 'agency-account';
