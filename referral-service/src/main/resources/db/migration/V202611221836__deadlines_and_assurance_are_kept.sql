-- By when referrals are answered and how long an entry counts as assured is laid down for later days, as the other policies are.
grant insert on referral_deadline, directory_policy to ${app};
grant update (respond_hours, complete_hours, valid_to, source) on referral_deadline to ${app};
grant update (days, valid_to, source) on directory_policy to ${app};
alter table referral_deadline add constraint answered_before_carried_out check (complete_hours >= respond_hours);
do $$
declare
  policies text;
begin
  foreach policies in array array['referral_deadline', 'directory_policy'] loop
    execute format('alter table %I enable row level security', policies);
    execute format('create policy everybody_reads on %I for select using (true)', policies);
    execute format('create policy the_commission_lays_down on %I for insert with check (
      ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
    execute format('create policy the_commission_ends on %I for update using (
      ''commission-admin'' = any (string_to_array(current_setting(''app.roles'', true), '','')))', policies);
  end loop;
end $$;
