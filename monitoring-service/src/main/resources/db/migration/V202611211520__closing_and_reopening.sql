-- A case is open until it is closed, and again when it is reopened.
create table case_turn (
  case_id      uuid not null,
  version      bigint not null,
  turn         text not null check (turn in ('closed', 'reopened')),
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  primary key (case_id, version)
);
comment on table case_turn is 'One row per closing and reopening of a case. May come before the case';
comment on column case_turn.case_id is 'The case';
comment on column case_turn.version is 'Aggregate version of the case with this turn: the order they happened in';
comment on column case_turn.turn is 'closed or reopened; a reopened case has no level until it is assessed';
comment on column case_turn.happened_at is 'When it happened: counted by this';
comment on column case_turn.recorded_at is 'When the platform recorded it';
grant select, insert, update on case_turn to ${app};
