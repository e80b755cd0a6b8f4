-- What is told by an event that was not there from the beginning: of what happened before, nobody knows how often it did. Only where
-- there was something to count when this service first understood the event; a new installation has counted everything.
create table counted_since (
  measure  text primary key,
  since    date not null
);
comment on table counted_since is 'Measures that were not counted from the beginning; a measure without a row was';
comment on column counted_since.measure is 'Code of the measure';
comment on column counted_since.since is 'First day it was counted, in Asia/Karachi';
insert into counted_since
  select m.measure, (h.installed_on::timestamptz at time zone 'Asia/Karachi')::date
    from (values ('referrals-overdue', '202611221617'), ('referrals-long-overdue', '202611221617'),
                 ('tasks-long-overdue', '202611220955'), ('reports-long-waiting', '202611220955')) as m (measure, version)
    join flyway_schema_history h on h.version = m.version and h.success
   where case when m.measure like 'referrals%' then exists (select 1 from referral_fact f where f.requested_at < h.installed_on)
              when m.measure like 'tasks%' then exists (select 1 from task_fact f where f.due_at < h.installed_on)
              else exists (select 1 from report_fact f where f.received_at < h.installed_on) end;
grant select on counted_since to ${app};
