-- A deadline that another one took over was neither met nor missed.
alter table task_fact add column superseded_at timestamptz;
comment on column task_fact.superseded_at is 'When another deadline took over; such a task counts nowhere';
