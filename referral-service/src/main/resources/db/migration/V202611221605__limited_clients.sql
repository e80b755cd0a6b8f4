-- A client of an agency may be given less than the agency has: some districts, some kinds of service. Whoever is not limited has
-- the settings empty. A function, and what is refused rather than what is permitted: the planner then takes most rows to be visible,
-- as they are, and keeps reading lists by their index.
create function beyond_the_clients_limits(district text, kind text) returns boolean
language plpgsql stable cost 1 set search_path = public, pg_temp as $$
begin
  return coalesce(district <> all (string_to_array(nullif(current_setting('app.only_districts', true), ''), ',')), false)
      or coalesce(kind <> all (string_to_array(nullif(current_setting('app.only_categories', true), ''), ',')), false);
end $$;
create policy within_the_clients_limits on referral as restrictive to ${app}
  using (not beyond_the_clients_limits(district_code, category));

-- A question about room names no district: kinds of service only.
create function asks_for_another_service(service uuid) returns boolean
language plpgsql stable cost 1 set search_path = public, pg_temp as $$
begin
  return nullif(current_setting('app.only_categories', true), '') is not null
     and not exists (select 1 from service s where s.id = asks_for_another_service.service
                        and not beyond_the_clients_limits(null, s.category));
end $$;
create policy within_the_clients_limits on capacity_question as restrictive to ${app}
  using (not asks_for_another_service(service_id));
