create table web_session (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  subject text not null,
  keycloak_session text not null,
  tokens bytea not null,
  started_at timestamptz not null,
  renew_at timestamptz not null,
  ends_at timestamptz not null
);
create index web_session_subject on web_session (subject);
create index web_session_keycloak_session on web_session (keycloak_session);
create index web_session_ends_at on web_session (ends_at);

comment on table web_session is 'Signed-in browsers. Rows end with signing out, with their Keycloak session, or at ends_at.';
comment on column web_session.id_hash is 'SHA-256 of the random id in the session cookie; the id itself is kept nowhere.';
comment on column web_session.subject is 'Keycloak''s id of the account, to end all of its sessions.';
comment on column web_session.keycloak_session is 'Keycloak''s id of its session (sid), to end what Keycloak has ended.';
comment on column web_session.tokens is 'Access, refresh and ID token; AES-256-GCM with the key file field.json, bound to id_hash.';
comment on column web_session.started_at is 'When somebody signed in.';
comment on column web_session.renew_at is 'From when the access token is exchanged for a new one.';
comment on column web_session.ends_at is 'When the session is over: unused for too long, or too old.';

grant select, insert, update, delete on web_session to ${app};
