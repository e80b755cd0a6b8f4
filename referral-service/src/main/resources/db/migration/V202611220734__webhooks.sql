-- Webhooks by Standard Webhooks 1.0.0: where an agency's system listens, and what is on its way there. Messages say that something
-- happened to a referral and where to read it; nothing of the case is in them.
create table webhook_endpoint (
  id                   uuid primary key,
  agency_id            uuid not null,
  url                  text not null,
  state                text not null check (state in ('active', 'paused', 'gone')),
  state_at             timestamptz not null,
  signing_key          bytea not null,
  public_key           text not null,
  previous_key         bytea,
  previous_public_key  text,
  previous_until       timestamptz,
  created_at           timestamptz not null,
  version              bigint not null,
  constraint previous_key_is_whole check ((previous_key is null) = (previous_public_key is null)
                                      and (previous_key is null) = (previous_until is null))
);
comment on table webhook_endpoint is 'Where the system of an agency listens for news of its referrals';
comment on column webhook_endpoint.id is 'UUIDv7; also whose key encrypts the signing keys';
comment on column webhook_endpoint.agency_id is 'The agency';
comment on column webhook_endpoint.url is 'The address; another one is another endpoint';
comment on column webhook_endpoint.state is 'active, paused by its agency or an administrator, or gone: it answered 410';
comment on column webhook_endpoint.state_at is 'Since when';
comment on column webhook_endpoint.signing_key is 'Ed25519 key that signs now, encrypted';
comment on column webhook_endpoint.public_key is 'What the receiver verifies with, whpk_ and base64';
comment on column webhook_endpoint.previous_key is 'The key before the last rotation, encrypted';
comment on column webhook_endpoint.previous_public_key is 'Its public half';
comment on column webhook_endpoint.previous_until is 'Until when it signs beside the new one';
comment on column webhook_endpoint.created_at is 'When it was set up';
comment on column webhook_endpoint.version is 'Entity tag';
create index webhook_endpoint_by_agency on webhook_endpoint (agency_id, id);

create table webhook_delivery (
  endpoint_id   uuid not null references webhook_endpoint on delete cascade,
  message_id    uuid not null,
  seq           bigint generated always as identity,
  agency_id     uuid not null,
  referral_id   uuid not null,
  type          text not null,
  happened_at   timestamptz not null,
  recorded_at   timestamptz not null,
  state         text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts      integer not null,
  next_at       timestamptz,
  claim         uuid,
  last_at       timestamptz,
  last_outcome  text,
  last_status   integer,
  delivered_at  timestamptz,
  primary key (endpoint_id, message_id),
  constraint waiting_has_its_time check ((state = 'waiting') = (next_at is not null)),
  constraint delivered_has_its_time check (state <> 'delivered' or delivered_at is not null)
);
comment on table webhook_delivery is 'One message to one endpoint, written with the change it tells of; kept for the failure view and for sending again';
comment on column webhook_delivery.endpoint_id is 'Where it goes';
comment on column webhook_delivery.message_id is 'UUIDv7; webhook-id, the same at every try';
comment on column webhook_delivery.seq is 'Order of the messages of one referral';
comment on column webhook_delivery.agency_id is 'The agency';
comment on column webhook_delivery.referral_id is 'The referral it is about';
comment on column webhook_delivery.type is 'What happened, as in referral.moved';
comment on column webhook_delivery.happened_at is 'When it happened';
comment on column webhook_delivery.recorded_at is 'When the platform recorded it';
comment on column webhook_delivery.state is 'waiting, delivered, or failed: all tries were in vain';
comment on column webhook_delivery.attempts is 'Tries since it was recorded or last sent again';
comment on column webhook_delivery.next_at is 'When it is tried next; while it is being tried, when somebody else may';
comment on column webhook_delivery.claim is 'Who tries it now: only they record what became of it';
comment on column webhook_delivery.last_at is 'When it was tried last';
comment on column webhook_delivery.last_outcome is 'What became of it then, by code';
comment on column webhook_delivery.last_status is 'The HTTP status, when there was an answer';
comment on column webhook_delivery.delivered_at is 'When the receiver took it';
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_at, seq) where state = 'waiting';
create index webhook_delivery_before on webhook_delivery (endpoint_id, referral_id, seq) where state = 'waiting';
create index webhook_delivery_list on webhook_delivery (endpoint_id, recorded_at desc, message_id desc);
create index webhook_delivery_old on webhook_delivery (recorded_at);

alter table webhook_endpoint enable row level security;
create policy agency on webhook_endpoint to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
create policy administrator on webhook_endpoint to ${app}
  using ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy sender on webhook_endpoint to ${app}
  using (current_setting('app.system', true) = 'on');
alter table webhook_delivery enable row level security;
create policy agency on webhook_delivery to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
create policy administrator on webhook_delivery to ${app}
  using ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy sender on webhook_delivery to ${app}
  using (current_setting('app.system', true) = 'on');
grant select, insert, delete on webhook_endpoint to ${app};
grant update (state, state_at, signing_key, public_key, previous_key, previous_public_key, previous_until, version)
  on webhook_endpoint to ${app};
grant select, delete on webhook_delivery to ${app};
grant update (state, attempts, next_at, claim, last_at, last_outcome, last_status, delivered_at) on webhook_delivery to ${app};

-- Whoever changes a referral tells its agency, and needs to know nothing of the agency's endpoints: this runs as the owner of the
-- tables, and tells nobody but the agency the referral is addressed to.
create function tell_webhooks(message uuid, referral_told uuid, told text, happened timestamptz, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  insert into webhook_delivery (endpoint_id, message_id, agency_id, referral_id, type, happened_at, recorded_at, state, attempts, next_at)
  select e.id, message, e.agency_id, r.id, told, happened, now_is, 'waiting', 0, now_is
    from referral r join webhook_endpoint e on e.agency_id = r.agency_id
   where r.id = referral_told and r.status <> 'draft';
  select 1
$$;
revoke execute on function tell_webhooks(uuid, uuid, text, timestamptz, timestamptz) from public;
grant execute on function tell_webhooks(uuid, uuid, text, timestamptz, timestamptz) to ${app};
