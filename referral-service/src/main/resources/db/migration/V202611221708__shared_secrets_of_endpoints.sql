-- A secret that signs an endpoint's messages beside its Ed25519 key, for receivers whose library knows HMAC only.
alter table webhook_endpoint
  add column shared_secret           bytea,
  add column previous_shared_secret  bytea,
  add column previous_shared_until   timestamptz,
  add column shared_at               timestamptz,
  add constraint shared_secret_is_whole check ((shared_secret is null) = (shared_at is null)),
  add constraint previous_secret_is_whole check ((previous_shared_secret is null) = (previous_shared_until is null)
                                             and (previous_shared_secret is null or shared_secret is not null));
comment on column webhook_endpoint.shared_secret is 'Secret shared with the receiver that signs now, encrypted; null when none was asked for';
comment on column webhook_endpoint.previous_shared_secret is 'The secret before it, encrypted';
comment on column webhook_endpoint.previous_shared_until is 'Until when it signs beside the new one';
comment on column webhook_endpoint.shared_at is 'Since when the present secret signs';
grant update (shared_secret, previous_shared_secret, previous_shared_until, shared_at) on webhook_endpoint to ${app};
