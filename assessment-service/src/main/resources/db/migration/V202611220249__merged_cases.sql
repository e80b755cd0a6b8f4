-- Two records of one child became one case: what was assessed in either is read in the one that goes on.
alter table known_case add column surviving_case uuid;
alter table known_case add column merge_version bigint not null default -1;
comment on column known_case.merge_version is 'Version of the case at the last merge or undoing told of; an older one changes nothing';
comment on column known_case.surviving_case is 'The case this one went into, while it does; unit and owner are then that one''s';
create index known_case_of_surviving on known_case (surviving_case) where surviving_case is not null;

-- Whoever gets the case that goes on gets those that went into it.
create function merged_cases_follow() returns trigger language plpgsql as $$
begin
  update known_case set unit_id = new.unit_id, owner_id = new.owner_id where surviving_case = new.case_id;
  return null;
end $$;
create trigger merged_cases_follow after update of unit_id, owner_id on known_case
  for each row when (old.unit_id is distinct from new.unit_id or old.owner_id is distinct from new.owner_id)
  execute function merged_cases_follow();
