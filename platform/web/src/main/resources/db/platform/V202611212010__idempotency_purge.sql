-- Records are removed after seven days, oldest first.
create index idempotency_record_by_age on idempotency_record (created_at);
grant delete on idempotency_record to ${app};
