-- Agencies that partners' developers try things on. What is one stays one: the event that tells of it has a type of its own.
alter table agency add column sandbox boolean not null default false;
comment on column agency.sandbox is 'For a partner''s developers: only invented referrals go to it, and no child''s ever';
