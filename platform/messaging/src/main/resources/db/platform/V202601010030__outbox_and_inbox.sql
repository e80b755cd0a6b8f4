create table outbox (
  seq               bigint generated always as identity (cache 1) primary key,
  partition         smallint    not null check (partition between 0 and 15),
  topic             text        not null,
  event_id          uuid        not null,
  event_key         text        not null,
  type              text        not null,
  aggregate_type    text        not null,
  aggregate_id      text        not null,
  aggregate_version bigint      not null,
  occurred_at       timestamptz not null,
  recorded_at       timestamptz not null default now(),
  traceparent       text,
  payload           bytea       not null check (octet_length(payload) <= 262144)
)
-- a queue: many rows come and go, few stay
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

comment on table outbox is 'Events of committed changes that the broker has not acknowledged yet; written in the business transaction, deleted by the relay. Nothing personal.';
comment on column outbox.seq is 'Order of sending. Writers of one aggregate are serialised by its version, so per aggregate this is the order of commits';
comment on column outbox.partition is 'Unit of leadership among relays, 0 to 15, from the key';
comment on column outbox.topic is 'Where it goes';
comment on column outbox.event_id is 'CloudEvents id, UUIDv7; the same on every delivery';
comment on column outbox.event_key is 'What is kept in order; key of the Kafka record';
comment on column outbox.type is 'CloudEvents type';
comment on column outbox.aggregate_type is 'What changed, for people who look';
comment on column outbox.aggregate_id is 'Its id; CloudEvents subject';
comment on column outbox.aggregate_version is 'Its version after the change';
comment on column outbox.occurred_at is 'When it happened; CloudEvents time';
comment on column outbox.recorded_at is 'When the transaction began; the oldest one is the alert';
comment on column outbox.traceparent is 'W3C trace context of the change';
comment on column outbox.payload is 'JSON, at most 256 KiB';
grant select, insert, delete on outbox to ${app};

create table inbox (
  consumer     text        not null,
  event_id     uuid        not null,
  received_at  timestamptz not null default now(),
  forget_after timestamptz,
  primary key (consumer, event_id)
);
create index inbox_forget_after on inbox using brin (forget_after);

comment on table inbox is 'Events already applied; written in the transaction that applies one, so that a redelivery changes nothing';
comment on column inbox.consumer is 'Who applied it';
comment on column inbox.event_id is 'CloudEvents id';
comment on column inbox.received_at is 'When it was applied';
comment on column inbox.forget_after is 'When the topic has surely dropped the event; null: the topic keeps everything, so does this row';
grant select, insert, delete on inbox to ${app};
