-- Which assessments are due is the Commission's to lay down, in the rows as in the operation's rule.
alter table due_policy enable row level security;
create policy everybody_reads on due_policy for select to ${app} using (true);
create policy the_commission_lays_down on due_policy for insert to ${app}
  with check ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy the_commission_ends on due_policy for update to ${app}
  using ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
