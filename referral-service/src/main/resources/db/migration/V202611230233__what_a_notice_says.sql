-- A notice says one of two things, and neither which referral nor why: that something waits, or that something has changed. The version
-- before writes the first by note_that_it_waits, which stays as it is for it, and sends either with its one sentence.
alter table notice add column says text not null default 'waits' check (says in ('waits', 'changed'));
comment on column notice.says is 'waits: something waits for the agency; changed: the sender''s side called something off, or sharing ended';

-- What already waits to be sent to an address stands: whoever signs in for the one sees the other. As note_that_it_waits, it runs as the
-- owner of the tables, and does nothing for anybody but the two sides and the platform.
create function note_for_agency(of_referral uuid, saying text, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  with noted as (
    insert into notice (address_id, state, says, next_at, recorded_at)
    select a.id, 'waiting', saying, now_is, now_is
      from referral r join notice_address a on a.agency_id = r.agency_id
     where r.id = of_referral and r.status <> 'draft' and is_a_side(r.unit_id, r.agency_id, r.id)
    on conflict (address_id) where state = 'waiting' do nothing
    returning 1)
  select count(*)::integer from noted
$$;
revoke execute on function note_for_agency(uuid, text, timestamptz) from public;
grant execute on function note_for_agency(uuid, text, timestamptz) to ${app};
