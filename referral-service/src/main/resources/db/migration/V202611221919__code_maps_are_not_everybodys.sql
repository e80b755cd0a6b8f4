-- An agency's people read its code maps; its system and the Commission's administration keep them.
drop policy agency on agency_code_map;
create policy agency_or_administration_reads on agency_code_map for select to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy system_or_administration_adds on agency_code_map for insert to ${app}
  with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
                and 'partner-system' = any (string_to_array(current_setting('app.roles', true), ','))
           or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy system_or_administration_keeps on agency_code_map for update to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
           and 'partner-system' = any (string_to_array(current_setting('app.roles', true), ','))
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
comment on table agency_code_map is 'What an agency calls the codes of a list; kept by its own system or the Commission, read whole';
