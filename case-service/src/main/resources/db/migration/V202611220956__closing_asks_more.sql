-- Closing looks at the record: goals of the plan, recorded contacts, a review with who and what, why a child was not told.
alter table closure_rule add column goals_reached boolean not null default false;
comment on column closure_rule.goals_reached is 'Every goal of the approved plan has to have been found reached or given up, and one at least reached';
update closure_rule set goals_reached = true where code = 'goals-met';
comment on column closure_rule.min_attempts is 'How many contacts have to be recorded at which nobody was found';

alter table case_closure
  add column child_not_informed text check (child_not_informed in ('too-young', 'not-found', 'danger', 'child-died')),
  add column review_led_by bytea,
  add column review_finding bytea;
comment on column case_closure.child_not_informed is 'Why the child was not told that the case ends; null when it was, and for closings from before it was asked';
comment on column case_closure.attempts is 'The recorded contacts at which nobody was found, as they stood when the closing was proposed';
comment on column case_closure.review_led_by is 'Who led the critical-incident review; encrypted under the child''s key';
comment on column case_closure.review_finding is 'What the review found; encrypted under the child''s key';
