-- What waits so long that the Commission is told: deadlines still open, and reports undecided, after twice their time.
alter table task_fact add column long_overdue_at timestamptz;
comment on column task_fact.long_overdue_at is 'When it was first told that the deadline is long past; null: never';

create table long_waiting_fact (
  report_id uuid primary key,
  told_at   timestamptz not null
);
comment on table long_waiting_fact is 'One row per concern report that nobody had decided on after twice the time it may wait';
comment on column long_waiting_fact.report_id is 'The report';
comment on column long_waiting_fact.told_at is 'When that was first told; the report counts in the month it was received';
grant select, insert on long_waiting_fact to ${app};
