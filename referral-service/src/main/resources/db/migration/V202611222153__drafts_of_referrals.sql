-- A referral that is being written is no referral: it stands in a table of its own, of which agencies, links and the Commission see
-- no row, whatever is asked. Its unit is its case's, wherever that goes; its id becomes the referral's when it is sent.
create table referral_draft (
  id          uuid primary key,
  case_id     uuid not null references known_case,
  content     bytea not null check (octet_length(content) between 1 and 524288),
  started_by  uuid not null,
  started_at  timestamptz not null,
  saved_by    uuid not null,
  saved_at    timestamptz not null,
  version     bigint not null,
  constraint not_saved_before_it_began check (saved_at >= started_at)
);
comment on table referral_draft is 'Referrals that are being written; gone when they are sent, discarded, or saved by nobody for a while';
comment on column referral_draft.id is 'UUIDv7; the referral''s when it is sent';
comment on column referral_draft.case_id is 'The case, and whose key encrypts the words';
comment on column referral_draft.content is 'What is written so far (JSON), encrypted';
comment on column referral_draft.started_by is 'Staff id of who began it';
comment on column referral_draft.started_at is 'When it was begun';
comment on column referral_draft.saved_by is 'Staff id of who saved it last';
comment on column referral_draft.saved_at is 'When it was saved last';
comment on column referral_draft.version is 'Entity tag';
create index referral_draft_of_case on referral_draft (case_id, started_at desc, id desc);
create index referral_draft_saved on referral_draft (saved_at);

-- Whoever may refer for the case now: works on it, or supervises its unit, and is of that unit. Of a sealed case those who are named.
create function refers_for_case(asked uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return coalesce(nullif(current_setting('app.agency_id', true), ''), nullif(current_setting('app.link_referral_id', true), '')) is null
     and exists (
       select 1 from known_case k
        where k.case_id = asked
          and k.unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and (k.named_ids is null or nullif(current_setting('app.staff_id', true), '')::uuid = any (k.named_ids))
          and (k.owner_id = nullif(current_setting('app.staff_id', true), '')::uuid
            or nullif(current_setting('app.staff_id', true), '')::uuid = any (coalesce(k.named_ids, k.member_ids))
            or 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))));
end $$;
comment on function refers_for_case(uuid) is 'Whether the present caller may refer for the case now';

alter table referral_draft enable row level security;
create policy reads on referral_draft for select to ${app} using (refers_for_case(referral_draft.case_id));
create policy begins on referral_draft for insert to ${app}
  with check (refers_for_case(referral_draft.case_id)
    and started_by = nullif(current_setting('app.staff_id', true), '')::uuid and saved_by = started_by);
create policy saves on referral_draft for update to ${app} using (refers_for_case(referral_draft.case_id))
  with check (refers_for_case(referral_draft.case_id) and saved_by = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy ends on referral_draft for delete to ${app} using (refers_for_case(referral_draft.case_id));
-- Housekeeping removes what nobody goes on with.
create policy ages_seen on referral_draft for select to ${app} using (current_setting('app.system', true) = 'on');
create policy ages on referral_draft for delete to ${app} using (current_setting('app.system', true) = 'on');
grant select, insert, delete on referral_draft to ${app};
grant update (content, saved_by, saved_at, version) on referral_draft to ${app};
