-- Notices without content by e-mail and text message: that something waits, and where to sign in.
create table notice_address (
  id            uuid primary key,
  agency_id     uuid not null,
  channel       text not null check (channel in ('email', 'sms')),
  address       bytea not null,
  language      text not null check (language in ('en', 'ur', 'ps')),
  made_at       timestamptz not null,
  last_outcome  text,
  last_at       timestamptz
);
comment on table notice_address is 'Where an agency hears that something waits for it';
comment on column notice_address.id is 'UUIDv7';
comment on column notice_address.agency_id is 'The agency, whose key encrypts the address';
comment on column notice_address.channel is 'email or sms';
comment on column notice_address.address is 'E-mail address or number, encrypted';
comment on column notice_address.language is 'Language of what is sent';
comment on column notice_address.made_at is 'Since when';
comment on column notice_address.last_outcome is 'What became of the newest notice: sent, or why not, by code';
comment on column notice_address.last_at is 'When that was';
create index notice_address_by_agency on notice_address (agency_id, id);

create table notice (
  id           uuid primary key default gen_random_uuid(),
  address_id   uuid not null references notice_address on delete cascade,
  state        text not null check (state in ('waiting', 'sent', 'failed')),
  attempts     integer not null default 0,
  next_at      timestamptz not null,
  recorded_at  timestamptz not null
);
comment on table notice is 'One notice to one address; it says nothing of the referral, so it names none';
comment on column notice.id is 'Random';
comment on column notice.address_id is 'Where it goes';
comment on column notice.state is 'waiting, sent, or failed: all tries were in vain';
comment on column notice.attempts is 'Tries so far';
comment on column notice.next_at is 'When it is tried next; while it is being tried, when somebody else may';
comment on column notice.recorded_at is 'When it was written';
create unique index notice_one_waits on notice (address_id) where state = 'waiting';
create index notice_due on notice (next_at) where state = 'waiting';
create index notice_old on notice (recorded_at) where state <> 'waiting';
create index notice_by_address on notice (address_id);

alter table notice_address enable row level security;
create policy agency on notice_address to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
create policy administrator on notice_address to ${app}
  using ('commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy sender on notice_address to ${app}
  using (current_setting('app.system', true) = 'on');
alter table notice enable row level security;
create policy sender on notice to ${app}
  using (current_setting('app.system', true) = 'on');
grant select, insert, delete on notice_address to ${app};
grant update (last_outcome, last_at) on notice_address to ${app};
grant select, delete on notice to ${app};
grant update (state, attempts, next_at) on notice to ${app};

-- Whoever changes a referral has its agency told, and needs to know no address: this runs as the owner of the tables.
create function note_that_it_waits(waits uuid, now_is timestamptz)
returns integer language sql security definer set search_path = public, pg_temp as $$
  insert into notice (address_id, state, next_at, recorded_at)
  select a.id, 'waiting', now_is, now_is
    from referral r join notice_address a on a.agency_id = r.agency_id
   where r.id = waits and r.status <> 'draft'
  on conflict (address_id) where state = 'waiting' do nothing;
  select 1
$$;
revoke execute on function note_that_it_waits(uuid, timestamptz) from public;
grant execute on function note_that_it_waits(uuid, timestamptz) to ${app};
