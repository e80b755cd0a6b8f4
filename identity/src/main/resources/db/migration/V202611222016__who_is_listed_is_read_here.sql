-- No event names anybody: senders and the agency itself read here what those are called whom a referral can be meant for.
create policy listed on agency_person for select to ${app} using (
  active and shown_as is not null
  and (nullif(current_setting('app.unit_id', true), '') is not null
    or agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
