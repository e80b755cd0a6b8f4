create table idempotency_record (
    key_hash     bytea       not null primary key,
    request_hash bytea       not null,
    resource_id  uuid        not null,
    location     text        not null,
    created_at   timestamptz not null
);

comment on table idempotency_record is
    'One row per creating request that was carried out, written in its transaction; a repeated request finds its answer here.';
comment on column idempotency_record.key_hash is
    'Keyed hash of the caller and the Idempotency-Key; neither can be read back.';
comment on column idempotency_record.request_hash is
    'Keyed hash of the operation and the body; tells a repetition from a reused key.';
comment on column idempotency_record.resource_id is 'What the request made.';
comment on column idempotency_record.location is 'Path of what the request made; ids only.';
comment on column idempotency_record.created_at is 'When it was recorded.';

grant select, insert on idempotency_record to ${app};
