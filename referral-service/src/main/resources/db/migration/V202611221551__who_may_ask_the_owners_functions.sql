-- Functions that run as the owner of the tables ask themselves who calls them: one of the two sides of the referral, whoever opened a
-- link to it, or the platform. To anybody else they do nothing.
create function is_the_asked(agency uuid, referral uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(agency = nullif(current_setting('app.agency_id', true), '')::uuid, false)
      or coalesce(referral = nullif(current_setting('app.link_referral_id', true), '')::uuid, false)
      or coalesce(current_setting('app.system', true) = 'on', false)
$$;
create function is_a_side(unit uuid, agency uuid, referral uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(unit = nullif(current_setting('app.unit_id', true), '')::uuid, false)
      or is_the_asked(agency, referral)
$$;

create or replace function gap_of_answer(gap uuid, answered uuid, why text, happened timestamptz, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  with recorded as (
    insert into service_gap (id, unit_id, recorded_by, category, district_code, service_id, reason, happened_at, recorded_at)
    select gap, r.unit_id, r.requested_by, r.category, r.district_code, r.service_id, why, happened, now_is
      from referral r join taxonomy_term t on t.code = r.category
     where r.id = answered and r.status in ('rejected', 'failed') and is_the_asked(r.agency_id, r.id)
    returning 1)
  select count(*)::integer from recorded
$$;

create or replace function note_that_it_waits(waits uuid, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  with noted as (
    insert into notice (address_id, state, next_at, recorded_at)
    select a.id, 'waiting', now_is, now_is
      from referral r join notice_address a on a.agency_id = r.agency_id
     where r.id = waits and r.status <> 'draft' and is_a_side(r.unit_id, r.agency_id, r.id)
    on conflict (address_id) where state = 'waiting' do nothing
    returning 1)
  select count(*)::integer from noted
$$;

create or replace function tell_webhooks(message uuid, referral_told uuid, told text, happened timestamptz, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  with told_of as (
    insert into webhook_delivery (endpoint_id, message_id, agency_id, referral_id, type, happened_at, recorded_at, state, attempts, next_at)
    select e.id, message, e.agency_id, r.id, told, happened, now_is, 'waiting', 0, now_is
      from referral r join webhook_endpoint e on e.agency_id = r.agency_id
     where r.id = referral_told and r.status <> 'draft' and is_a_side(r.unit_id, r.agency_id, r.id)
    returning 1)
  select count(*)::integer from told_of
$$;

-- Each side says of itself only that it has read, and of the other nothing.
create function is_side(side text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select (side = 'target')
       = (coalesce(nullif(current_setting('app.agency_id', true), ''), nullif(current_setting('app.link_referral_id', true), '')) is not null)
$$;
alter policy has_read on referral_reading
  with check (sees_referral(referral_reading.referral_id) and is_side(side));
alter policy reads_on on referral_reading
  using (sees_referral(referral_reading.referral_id) and is_side(side));

-- Functions and not subqueries: of those the planner makes one list of all referrals for each statement. They run as who asks.
create function sends_referral(asked uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from referral r where r.id = asked
                    and r.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
end $$;
create function is_sent_referral(asked uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from referral r where r.id = asked and r.status <> 'draft'
                    and r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
end $$;
alter policy reach on referral_step using (sees_referral(referral_step.referral_id));
alter policy reach on referral_clock using (sees_referral(referral_clock.referral_id));
alter policy sender on secure_link using (sends_referral(secure_link.referral_id));
alter policy sender on service_feedback using (sends_referral(service_feedback.referral_id));

-- An agency returns, unanswered; the sender reads and answers and makes none.
drop policy sender on referral_return;
create policy sender_reads on referral_return for select to ${app}
  using (sends_referral(referral_return.referral_id));
create policy sender_answers on referral_return for update to ${app}
  using (sends_referral(referral_return.referral_id));
alter policy agency_reads on referral_return using (is_sent_referral(referral_return.referral_id));
alter policy agency_makes on referral_return
  with check (answer is null and onward_referral_id is null and is_sent_referral(referral_return.referral_id));
