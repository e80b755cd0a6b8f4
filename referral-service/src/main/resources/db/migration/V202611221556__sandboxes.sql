-- Sandboxes: agencies that partners' developers try things on. What is referred to them is invented, belongs to nobody's unit and
-- no case, and is told to no other service.
alter table known_agency add column sandbox boolean not null default false;
comment on column known_agency.sandbox is 'For a partner''s developers: invented referrals only';
alter table organization add column sandbox boolean not null default false;
comment on column organization.sandbox is 'A sandbox''s entry: it is on no list of the directory and in no export';

-- Whatever the application believes: a unit's referral goes to no sandbox, and what is invented to nothing else.
create function referral_is_real_or_invented() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (new.unit_id = '00000000-0000-0000-0000-000000000000')
     is distinct from coalesce((select k.sandbox from known_agency k where k.agency_id = new.agency_id), false) then
    raise exception 'a child''s referral goes to no sandbox, and an invented one to nothing else';
  end if;
  return new;
end $$;
create trigger referral_is_real_or_invented before insert on referral
  for each row execute function referral_is_real_or_invented();
create policy sandbox_is_filled on referral for insert to ${app}
  with check (unit_id = '00000000-0000-0000-0000-000000000000' and requested_by = '00000000-0000-0000-0000-000000000000'
          and (current_setting('app.system', true) = 'on' or agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
comment on column referral.unit_id is 'The unit that asks; nil for an invented referral of a sandbox';

-- A sandbox keeps no entries of its own: what it wrote there could be read as an offer.
create policy no_sandbox_adds on service as restrictive for insert to ${app}
  with check (current_setting('app.system', true) = 'on'
           or not exists (select 1 from organization o where o.id = organization_id and o.sandbox));
create policy no_sandbox_changes on service as restrictive for update to ${app}
  using (current_setting('app.system', true) = 'on'
      or not exists (select 1 from organization o where o.id = organization_id and o.sandbox));

-- The application deletes no referral. A sandbox may have its own invented ones gone, and nothing else: this runs as the owner of
-- the tables and returns the subjects whose keys are then destroyed.
create function clear_sandbox(cleared uuid) returns table (subject uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone uuid[];
begin
  if (current_setting('app.system', true) is distinct from 'on'
      and cleared is distinct from nullif(current_setting('app.agency_id', true), '')::uuid)
     or not exists (select 1 from known_agency k where k.agency_id = cleared and k.sandbox) then
    raise exception 'a sandbox is cleared by itself, and nothing else is';
  end if;
  select coalesce(array_agg(r.id), '{}') into gone from referral r
   where r.agency_id = cleared and r.unit_id = '00000000-0000-0000-0000-000000000000';
  delete from referral_attachment a where a.referral_id = any (gone);
  delete from referral_message m where m.referral_id = any (gone);
  delete from referral_reading g where g.referral_id = any (gone);
  delete from referral_clock c where c.referral_id = any (gone);
  delete from referral_step s where s.referral_id = any (gone);
  delete from referral_return t where t.referral_id = any (gone);
  delete from webhook_delivery d where d.referral_id = any (gone);
  return query delete from referral r where r.id = any (gone) returning r.case_id;
end $$;
revoke execute on function clear_sandbox(uuid) from public;
grant execute on function clear_sandbox(uuid) to ${app};
