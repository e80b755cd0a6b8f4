-- Links for recipients without an account. What a link and its code are known by is kept as hashes only.
create table secure_link (
  id             uuid primary key,
  referral_id    uuid not null references referral,
  case_id        uuid not null,
  made_by        uuid not null,
  recipient      bytea,
  token_hash     bytea,
  code_salt      bytea not null,
  code_rounds    integer not null check (code_rounds > 0),
  code_hash      bytea,
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  attempts       integer not null default 0,
  opened_at      timestamptz,
  session_hash   bytea,
  session_until  timestamptz,
  refused        integer not null default 0,
  refused_at     timestamptz,
  ended_at       timestamptz,
  ended_why      text check (ended_why in ('over', 'expired', 'locked', 'revoked', 'replaced')),
  message        bytea,
  message_at     timestamptz,
  constraint opened_for_a_time check ((opened_at is null) = (session_until is null)),
  constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null)),
  constraint message_has_its_time check ((message is null) = (message_at is null))
);
comment on table secure_link is 'A way for one person without an account to read and answer one referral: opened once with a code told by another way, for a limited time';
comment on column secure_link.id is 'UUIDv7';
comment on column secure_link.referral_id is 'The referral';
comment on column secure_link.case_id is 'The case whose key encrypts the words';
comment on column secure_link.made_by is 'Staff id of who made it';
comment on column secure_link.recipient is 'Whom it is for, encrypted';
comment on column secure_link.token_hash is 'Keyed hash of the 256 random bits in the link; null when it can be forgotten';
comment on column secure_link.code_salt is 'Salt of the code';
comment on column secure_link.code_rounds is 'Rounds of PBKDF2 with HMAC-SHA-256';
comment on column secure_link.code_hash is 'Slow hash of the keyed hash of the code; null when it can be forgotten';
comment on column secure_link.made_at is 'When it was made';
comment on column secure_link.expires_at is 'Until when it waits to be opened';
comment on column secure_link.attempts is 'Codes tried while it waited';
comment on column secure_link.opened_at is 'When it was opened, once';
comment on column secure_link.session_hash is 'Keyed hash of the 256 random bits of the session; the browser has them in a cookie';
comment on column secure_link.session_until is 'Until when whoever opened it may work with it';
comment on column secure_link.refused is 'How often somebody tried it when it was not, or no longer, to be opened; counted to 100';
comment on column secure_link.refused_at is 'When that was last';
comment on column secure_link.ended_at is 'When it ended before its time, or was replaced';
comment on column secure_link.ended_why is 'How it ended: over (it was open), expired, locked (too many wrong codes), revoked or replaced (by a later link)';
comment on column secure_link.message is 'What the recipient wrote, encrypted';
comment on column secure_link.message_at is 'When';
create unique index secure_link_by_token on secure_link (token_hash) where token_hash is not null;
create unique index secure_link_by_session on secure_link (session_hash) where session_hash is not null;
create index secure_link_by_referral on secure_link (referral_id, made_at desc, id desc);
create unique index secure_link_one_alive on secure_link (referral_id) where ended_at is null;
create index secure_link_to_forget on secure_link (expires_at) where token_hash is not null;

alter table secure_link enable row level security;
-- The door: opens links and knows sessions; nobody's unit, nobody's agency.
create policy door on secure_link to ${app}
  using (current_setting('app.system', true) = 'on');
create policy sender on secure_link to ${app}
  using (exists (select 1 from referral r where r.id = secure_link.referral_id
                    and r.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid));
create policy holder on secure_link to ${app}
  using (id = nullif(current_setting('app.link_id', true), '')::uuid);
grant select, insert on secure_link to ${app};
grant update (token_hash, code_hash, attempts, opened_at, session_hash, session_until, refused, refused_at, ended_at, ended_why,
              message, message_at) on secure_link to ${app};

-- A referral is no more visible to staff than its case; the agency asked keeps what it has, and so does whoever opened a link to it.
drop policy no_more_than_its_case on referral;
create policy no_more_than_its_case on referral as restrictive to ${app}
  using (current_setting('app.system', true) = 'on'
      or agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
      or id = nullif(current_setting('app.link_referral_id', true), '')::uuid
      or exists (select 1 from known_case c where c.case_id = referral.case_id));
create policy link_reads on referral for select to ${app}
  using (id = nullif(current_setting('app.link_referral_id', true), '')::uuid and status <> 'draft');
create policy link_moves on referral for update to ${app}
  using (id = nullif(current_setting('app.link_referral_id', true), '')::uuid and status <> 'draft');
