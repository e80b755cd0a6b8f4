-- What agencies call our codes, and when each side read what.
create table agency_code_map (
  agency_id   uuid not null,
  list        text not null check (list in ('reason', 'status-reason', 'outcome')),
  version     bigint not null,
  entries     jsonb not null,
  changed_at  timestamptz not null,
  primary key (agency_id, list)
);
comment on table agency_code_map is 'What an agency calls the codes of a list; kept by its own system, read whole';
comment on column agency_code_map.agency_id is 'The agency';
comment on column agency_code_map.list is 'reason, status-reason or outcome';
comment on column agency_code_map.version is 'Entity tag; 0 is a map that was never kept';
comment on column agency_code_map.entries is 'Array of theirs and ours; of several that stand for one of ours the first is what the agency reads';
comment on column agency_code_map.changed_at is 'When it was kept last';
alter table agency_code_map enable row level security;
create policy agency on agency_code_map to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on agency_code_map to ${app};
grant update (version, entries, changed_at) on agency_code_map to ${app};

create table referral_reading (
  referral_id  uuid not null references referral,
  side         text not null check (side in ('requester', 'target')),
  first_at     timestamptz not null,
  version      bigint not null,
  version_at   timestamptz not null,
  primary key (referral_id, side)
);
comment on table referral_reading is 'When each side first read a referral (the agency: its packet), and as it stands now';
comment on column referral_reading.referral_id is 'The referral';
comment on column referral_reading.side is 'Who read: requester or target';
comment on column referral_reading.first_at is 'When that side first read it';
comment on column referral_reading.version is 'The newest state that side read, by the entity tag';
comment on column referral_reading.version_at is 'When that side first read that state';
alter table referral_reading enable row level security;
create policy reads on referral_reading for select to ${app}
  using (sees_referral(referral_reading.referral_id));
create policy has_read on referral_reading for insert to ${app}
  with check (sees_referral(referral_reading.referral_id));
create policy reads_on on referral_reading for update to ${app}
  using (sees_referral(referral_reading.referral_id));
grant select, insert on referral_reading to ${app};
grant update (version, version_at) on referral_reading to ${app};

-- A sender may know that its news arrived, and nothing of the agency's endpoints: this runs as the owner of the tables, for
-- referrals the caller sees.
create index webhook_delivery_of_referral on webhook_delivery (referral_id);
create function webhook_receipts(asked uuid)
returns table (type text, happened_at timestamptz, state text, delivered_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.type, d.happened_at,
         case when bool_or(d.state = 'delivered') then 'delivered' when bool_or(d.state = 'waiting') then 'waiting' else 'failed' end,
         min(d.delivered_at)
    from webhook_delivery d join referral r on r.id = d.referral_id
   where d.referral_id = asked
     and (r.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          or r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid)
   group by d.message_id, d.type, d.happened_at
   order by min(d.seq)
$$;
revoke execute on function webhook_receipts(uuid) from public;
grant execute on function webhook_receipts(uuid) to ${app};
