-- A referral may be meant for one person of the agency. Whoever signs in there by another account sees that it is there, as with one
-- that a colleague has, and makes no step with it.
create table known_agency_person (
  person_id  uuid primary key,
  agency_id  uuid not null,
  account    text not null,
  shown_as   bytea,
  active     boolean not null,
  version    bigint not null
);
comment on table known_agency_person is 'People of agencies a referral can be meant for, from directory events';
comment on column known_agency_person.person_id is 'The person';
comment on column known_agency_person.agency_id is 'Whose referrals they work on, and whose key encrypts what they are called';
comment on column known_agency_person.account is 'Subject of their tokens';
comment on column known_agency_person.shown_as is 'What the agency has senders call them, encrypted; null while nobody chooses them by name';
comment on column known_agency_person.active is 'False once they left';
comment on column known_agency_person.version is 'Of the newest event; an older one changes nothing';
create index known_agency_person_by_agency on known_agency_person (agency_id, person_id) where active and shown_as is not null;
create index known_agency_person_by_account on known_agency_person (account);
alter table known_agency_person enable row level security;
create policy learns on known_agency_person to ${app}
  using (current_setting('app.system', true) = 'on');
-- Units choose among them, an agency knows its own, the Commission keeps them.
create policy reach on known_agency_person for select to ${app}
  using (nullif(current_setting('app.unit_id', true), '') is not null
      or agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
grant select, insert, update on known_agency_person to ${app};

alter table referral
  add column addressee_id uuid,
  add column addressee_name bytea,
  add column handed_over boolean,
  add constraint addressee_has_a_name check ((addressee_id is null) = (addressee_name is null));
comment on column referral.addressee_id is 'The one person of the agency it is meant for; null for the agency''s queue';
comment on column referral.addressee_name is 'What the agency had them called when they were chosen, encrypted';
comment on column referral.handed_over is 'True once it went from one person to another or into the queue; referral_handover holds how';
create index referral_meant_for on referral (addressee_id) where addressee_id is not null;
grant update (addressee_id, addressee_name, handed_over) on referral to ${app};

-- People of the agency: who it is meant for may hand it on, and so the row after it need not be theirs any more.
create function is_meant_for_the_caller(addressee uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return addressee is null
      or not ('partner-worker' = any (string_to_array(current_setting('app.roles', true), ',')))
      or exists (select 1 from known_agency_person p where p.person_id = addressee and p.active
                    and p.account = nullif(current_setting('app.subject', true), ''));
end $$;
create policy only_whom_it_is_meant_for on referral as restrictive for update to ${app}
  using (is_meant_for_the_caller(addressee_id)) with check (true);

create table referral_handover (
  id           uuid primary key,
  referral_id  uuid not null references referral on delete cascade,
  from_person  uuid not null,
  to_person    uuid,
  to_name      bytea,
  why          text not null check (why in ('left', 'handed-over')),
  reason       bytea,
  by_side      text not null check (by_side in ('agency', 'commission', 'platform')),
  actor        text not null,
  recorded_at  timestamptz not null,
  constraint reason_when_handed_over check (why = 'left' or reason is not null),
  constraint somebody_has_a_name check ((to_person is null) = (to_name is null))
);
comment on table referral_handover is 'A referral that was meant for one person went to another or into the queue: from whom, to whom, why';
comment on column referral_handover.id is 'UUIDv7';
comment on column referral_handover.referral_id is 'The referral';
comment on column referral_handover.from_person is 'Whom it was meant for';
comment on column referral_handover.to_person is 'Whom it is meant for since; null for the queue';
comment on column referral_handover.to_name is 'What the agency had them called then, encrypted';
comment on column referral_handover.why is 'left (the person left the agency) or handed-over';
comment on column referral_handover.reason is 'In words, encrypted';
comment on column referral_handover.by_side is 'Who handed it over: agency, commission (who keeps the agency''s people) or platform (the person left)';
comment on column referral_handover.actor is 'Subject of the token of whoever did';
comment on column referral_handover.recorded_at is 'When';
create index referral_handover_by_referral on referral_handover (referral_id, recorded_at, id);
alter table referral_handover enable row level security;
create policy reach on referral_handover to ${app} using (sees_referral(referral_handover.referral_id));
grant select, insert on referral_handover to ${app};
