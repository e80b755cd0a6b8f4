-- The Commission lays codes, caseload limits and rules of closing down for later days; what held stays on record, only its last day is set.
create table code_list (
  list     text primary key,
  open     boolean not null,
  lasting  text[] not null default '{}'
);
comment on table code_list is 'What may be laid down for the codes of a list';
comment on column code_list.open is 'Codes may join it and end; false where the platform or other services act by its codes: their words and order change only';
comment on column code_list.lasting is 'Codes of an open list the platform acts by: they do not end';
insert into code_list (list, open)
select list, list in ('case-request-reason', 'closure-reason', 'concern', 'conference-reason', 'court-matter', 'document-removal-reason',
                      'emergency-reason', 'follow-up-kind', 'handover-item', 'hearing-purpose', 'import-decision-reason', 'missed-reason',
                      'place-kind', 'placement-kind', 'referral-body', 'reopening-reason', 'safe-place', 'school-kind', 'seal-reason',
                      'separation-cause', 'service-given', 'transfer-reason')
  from (select distinct list from code_entry) known;
update code_list set lasting = '{transferred-out-accepted,duplicate-merged,deceased}' where list = 'closure-reason';
update code_list set lasting = '{home-visit}' where list = 'follow-up-kind';
update code_list set lasting = '{nobody-there,moved-away}' where list = 'missed-reason';
update code_list set lasting = '{cash,goods}' where list = 'service-given';
update code_list set lasting = '{agency-exit}' where list = 'transfer-reason';
grant select on code_list to ${app};

alter table code_entry
  add column source text,
  add column end_source text;
comment on column code_entry.source is 'Who laid it down, and where that can be read; null for what the platform came with';
comment on column code_entry.end_source is 'Who laid down that the code ends; null where other words follow it, or nothing does';
grant insert on code_entry to ${app};
grant update (name_en, name_ur, name_ps, position, valid_to, source, end_source) on code_entry to ${app};

alter table caseload_policy alter column id set default gen_random_uuid();
create unique index caseload_policy_starts on caseload_policy (valid_from);
grant insert on caseload_policy to ${app};
grant update (warn_at, reason_at, approval_at, weight_high, weight_medium, weight_low, valid_to, source) on caseload_policy to ${app};

-- A reason has a rule for each time. What closings name is a code of the list closure-reason.
alter table case_closure drop constraint case_closure_reason_fkey;
alter table closure_rule drop constraint closure_rule_pkey;
alter table closure_rule
  add column id uuid primary key default gen_random_uuid(),
  add column valid_from date not null default '2010-01-01',
  add column valid_to date;
alter table closure_rule alter column valid_from drop default;
create unique index closure_rule_starts on closure_rule (code, valid_from);
comment on column closure_rule.valid_from is 'First day it is asked for';
comment on column closure_rule.valid_to is 'First day another is asked for';
grant insert on closure_rule to ${app};
grant update (under_review_only, chosen_by_worker, max_risk, min_age, min_attempts, min_attempt_days, review_required, goals_reached, post_closure_check,
              valid_to, source) on closure_rule to ${app};

create table closure_floor (
  code              text primary key,
  max_risk          text check (max_risk in ('none', 'low', 'medium')),
  min_age           integer,
  min_attempts      integer not null default 0,
  min_attempt_days  integer not null default 0,
  review_required   boolean not null default false,
  goals_reached     boolean not null default false,
  source            text not null
);
comment on table closure_floor is 'What no rule of closing may ask less than: the guideline, not the Commission, says so';
insert into closure_floor (code, max_risk, min_age, min_attempts, min_attempt_days, review_required, goals_reached, source) values
  ('goals-met', null, null, 0, 0, false, true, 'Inter-Agency Guidelines: the goals of child and family in the plan are met'),
  ('child-18-prepared', null, 18, 0, 0, false, false, 'Inter-Agency Guidelines: the child has turned 18'),
  ('family-withdrew-safe', 'low', null, 0, 0, false, false, 'Inter-Agency Guidelines: only when there is no ground to go against their wishes'),
  ('relocated-untraceable', null, null, 3, 90, false, false, 'three attempts over 90 days, as the platform came'),
  ('deceased', null, null, 0, 0, true, false, 'a critical-incident review is mandatory when a child has died');
grant select on closure_floor to ${app};

-- Everybody of this service reads them; only the Commission's administrators lay them down.
do $$
declare
  policies text;
begin
  foreach policies in array array['code_entry', 'caseload_policy', 'closure_rule', 'deadline_policy', 'holiday'] loop
    execute format('alter table %I enable row level security', policies);
    execute format('create policy everybody_reads on %I for select to ${app} using (true)', policies);
    execute format('create policy the_commission_lays_down on %I for insert to ${app} with check (
      ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
    if policies = 'holiday' then
      create policy the_commission_takes_away on holiday for delete to ${app} using (
        'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
    else
      execute format('create policy the_commission_ends on %I for update to ${app} using (
        ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
    end if;
  end loop;
end $$;
