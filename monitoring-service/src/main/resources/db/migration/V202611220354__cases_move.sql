-- A case that another unit accepted counts there from then on.
alter table case_turn drop constraint case_turn_turn_check;
alter table case_turn add constraint case_turn_turn_check check (turn in ('closed', 'reopened', 'moved'));
alter table case_turn add column district_code text;
alter table case_turn add constraint moved_somewhere check ((turn = 'moved') = (district_code is not null));
comment on column case_turn.turn is 'closed, reopened or moved; a reopened case has no level until it is assessed, a moved one keeps it';
comment on column case_turn.district_code is 'Where a moved case counts from then on';
