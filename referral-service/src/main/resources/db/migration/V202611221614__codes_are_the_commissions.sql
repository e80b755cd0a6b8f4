-- The Commission keeps the codes a referral is written with, for later days; what held stays on record.
alter table referral_code add column end_source text;
comment on column referral_code.end_source is 'Who laid down that it ends; null where other words follow it, or nothing does';
grant insert on referral_code to ${app};
grant update (states, text_needed, name_en, name_ur, name_ps, sort, valid_to, source, end_source) on referral_code to ${app};
alter table referral_code enable row level security;
create policy everybody_reads on referral_code for select using (true);
create policy the_commission_lays_down on referral_code for insert to ${app}
  with check ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy the_commission_ends on referral_code for update to ${app}
  using ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
alter table referral_code add constraint never_ends_before_it_begins check (valid_to is null or valid_to >= valid_from);
