create table status_map (
  system       text not null check (system ~ '^[a-z][a-z0-9-]{1,59}$'),
  direction    text not null check (direction in ('outward', 'inward')),
  code         text not null,
  target       text not null,
  equivalence  text not null check (equivalence in ('equivalent', 'wider', 'narrower', 'inexact')),
  sort         integer not null,
  source       text not null,
  primary key (system, direction, code)
);
comment on table status_map is 'States of other systems beside those of a referral';
comment on column status_map.system is 'The other system, as in primero';
comment on column status_map.direction is 'outward from a state of ours to theirs, inward from theirs to ours';
comment on column status_map.code is 'The state that is mapped';
comment on column status_map.target is 'What it is on the other side';
comment on column status_map.equivalence is 'How well it fits, by the codes of a FHIR ConceptMap; wider: theirs says less';
comment on column status_map.sort is 'Order';
comment on column status_map.source is 'Who laid it down';
-- Primero has five states of a referral: no hold, no failure, and one for all that was done with after a yes.
insert into status_map values
  ('primero', 'outward', 'requested', 'in_progress', 'equivalent', 10, 'Primero''s states of a referral'),
  ('primero', 'outward', 'accepted', 'accepted', 'equivalent', 20, 'Primero''s states of a referral'),
  ('primero', 'outward', 'in-progress', 'accepted', 'wider', 30, 'proposed; to be confirmed by KPCPWC'),
  ('primero', 'outward', 'on-hold', 'accepted', 'wider', 40, 'proposed; to be confirmed by KPCPWC'),
  ('primero', 'outward', 'rejected', 'rejected', 'equivalent', 50, 'Primero''s states of a referral'),
  ('primero', 'outward', 'completed', 'done', 'equivalent', 60, 'Primero''s states of a referral'),
  ('primero', 'outward', 'failed', 'revoked', 'inexact', 70, 'proposed; to be confirmed by KPCPWC'),
  ('primero', 'outward', 'cancelled', 'revoked', 'equivalent', 80, 'Primero''s states of a referral'),
  ('primero', 'outward', 'entered-in-error', 'revoked', 'wider', 90, 'proposed; to be confirmed by KPCPWC'),
  ('primero', 'inward', 'in_progress', 'requested', 'equivalent', 10, 'Primero''s states of a referral'),
  ('primero', 'inward', 'accepted', 'accepted', 'equivalent', 20, 'Primero''s states of a referral'),
  ('primero', 'inward', 'rejected', 'rejected', 'equivalent', 30, 'Primero''s states of a referral'),
  ('primero', 'inward', 'done', 'completed', 'equivalent', 40, 'Primero''s states of a referral'),
  ('primero', 'inward', 'revoked', 'cancelled', 'equivalent', 50, 'Primero''s states of a referral');
grant select on status_map to ${app};
