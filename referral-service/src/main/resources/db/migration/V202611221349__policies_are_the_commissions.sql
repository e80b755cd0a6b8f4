-- Everybody reads what packets hold and how long they are read; only the Commission's administrators lay it down.
do $$
declare
  policies text;
begin
  foreach policies in array array['packet_rule', 'packet_term', 'unanswered_term'] loop
    execute format('alter table %I enable row level security', policies);
    execute format('create policy everybody_reads on %I for select using (true)', policies);
    execute format('create policy the_commission_lays_down on %I for insert with check (
      ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
    execute format('create policy the_commission_ends on %I for update using (
      ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
  end loop;
end $$;
