-- No event says what an agency's people are called, and nothing of it is kept: identity, whose names they are, tells who may know.
-- A referral keeps what its sender saw.
drop index known_agency_person_by_agency;
alter table known_agency_person add column listed boolean not null default false;
update known_agency_person set listed = shown_as is not null;
alter table known_agency_person alter column listed drop default;
alter table known_agency_person drop column shown_as;
comment on column known_agency_person.agency_id is 'Whose referrals they work on';
comment on column known_agency_person.listed is 'Whether a referral can be meant for them';
comment on column referral.addressee_name is 'What whoever chose them saw them called, encrypted';
comment on column referral_handover.to_name is 'What whoever chose them saw them called, encrypted';
