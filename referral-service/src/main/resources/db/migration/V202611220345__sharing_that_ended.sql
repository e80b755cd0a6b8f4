-- Whether something may be shared, as the case service says after every word and every override.
create table known_sharing (
  case_id       uuid not null,
  agency_id     uuid not null,
  stands        boolean not null,
  stands_until  date,
  basis_id      uuid not null,
  primary key (case_id, agency_id)
);
comment on table known_sharing is 'Whether a case may be shared with an agency now; from consent-recorded, consent-overridden and consent-withdrawn, whose events come in order';
comment on column known_sharing.case_id is 'The case';
comment on column known_sharing.agency_id is 'The agency';
comment on column known_sharing.stands is 'Whether all whose words are needed at the child''s age have given them, or an override holds';
comment on column known_sharing.stands_until is 'The last day it does; null when open-ended';
comment on column known_sharing.basis_id is 'The consent or override it stands by, or what ended it';
alter table known_sharing enable row level security;
create policy learns on known_sharing to ${app}
  using (current_setting('app.system', true) = 'on');
create policy reach on known_sharing for select to ${app}
  using (exists (select 1 from known_case c where c.case_id = known_sharing.case_id));
grant select, insert, update on known_sharing to ${app};

alter table referral
  add column status_code text check (status_code in ('consent-withdrawn', 'consent-lapsed')),
  add column packet_closed_at timestamptz;
comment on column referral.status_code is 'Why the platform itself cancelled it; the agency sees it';
comment on column referral.packet_closed_at is 'When consent to sharing ended: the agency does not read the packet after it';
grant update (status_code, packet_closed_at) on referral to ${app};
-- The consumer of events ends what rests on consent.
create policy consent_ends_reads on referral for select to ${app}
  using (current_setting('app.system', true) = 'on');
create policy consent_ends on referral for update to ${app}
  using (current_setting('app.system', true) = 'on');
