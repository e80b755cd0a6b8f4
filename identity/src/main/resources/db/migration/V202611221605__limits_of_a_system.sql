-- A system may be given less than its agency has; the claims of its tokens say so.
alter table agency_system
  add column scopes text[] not null default '{}' check (scopes <@ array['read', 'answer', 'attach']),
  add column district_codes text[] not null default '{}',
  add column categories text[] not null default '{}';
comment on column agency_system.scopes is 'What it may do: read, answer, attach; empty for all that its agency may';
comment on column agency_system.district_codes is 'Districts whose referrals it sees; empty for all';
comment on column agency_system.categories is 'Kinds of service whose referrals it sees; empty for all';
