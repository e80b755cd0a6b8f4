-- An agency describes where it is and who can enter; a place that another organization has too stays the Commission's.
create policy agencies_add on location for insert to ${app}
  with check (nullif(current_setting('app.agency_id', true), '') is not null);
create policy agencies_describe_their_own on location for update to ${app}
  using (exists (select 1 from service_at_location a join service s on s.id = a.service_id
                  where a.location_id = location.id
                    and s.organization_id = nullif(current_setting('app.agency_id', true), '')::uuid)
     and not exists (select 1 from service_at_location a join service s on s.id = a.service_id
                      where a.location_id = location.id
                        and s.organization_id <> nullif(current_setting('app.agency_id', true), '')::uuid));
