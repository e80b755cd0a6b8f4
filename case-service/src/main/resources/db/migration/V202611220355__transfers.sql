-- A case goes to another unit, or leaves the platform: asked, answered, and only then moved.
create table case_transfer (
  id                    uuid primary key,
  case_id               uuid not null references case_file,
  case_number           text not null,
  kind                  text not null check (kind in ('unit', 'cross-province', 'agency-exit')),
  from_unit             uuid not null,
  from_district         text not null,
  to_unit               uuid,
  to_district           text,
  receiver_id           uuid,
  named_ids             uuid[],
  reason                text not null,
  state                 text not null check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
  proposed_by           uuid not null,
  proposed_at           timestamptz not null,
  recorded_at           timestamptz not null,
  decided_by            uuid,
  decided_at            timestamptz,
  decision_recorded_at  timestamptz,
  version               bigint not null,
  constraint a_unit_or_outside check ((kind = 'unit') = (to_unit is not null) and (to_unit is null) = (to_district is null)),
  constraint end_is_whole check ((state = 'pending') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decision_recorded_at is null))
);
create unique index case_transfer_pending on case_transfer (case_id) where state = 'pending';
create index case_transfer_of_case on case_transfer (case_id, recorded_at desc, id desc);
create index case_transfer_in on case_transfer (to_unit, recorded_at, id) where state = 'pending';
create index case_transfer_out on case_transfer (from_unit, recorded_at desc, id desc);
comment on table case_transfer is 'The stub of a transfer, which is all that the sender keeps of a case another unit has accepted: number, from where to where, when';
comment on column case_transfer.receiver_id is 'Who alone may answer, where the case is sealed';
comment on column case_transfer.named_ids is 'Who was named when it was proposed, where the case is sealed: who alone sees the stub at the sender''s';
comment on column case_transfer.reason is 'Code of the list transfer-reason';

create table case_transfer_content (
  transfer_id    uuid primary key references case_transfer,
  child_id       uuid not null,
  sex            text not null,
  age_band       text not null,
  case_state     text not null,
  risk_level     text,
  concerns       text[] not null,
  request        bytea not null,
  body           bytea,
  answer         bytea,
  override_code  text,
  override_text  bytea,
  handed_over    text[] not null
);
comment on table case_transfer_content is 'What the other side reads before it answers, as it was when it was asked; no name and no place. Words are encrypted under the child''s key';
comment on column case_transfer_content.body is 'Who was asked outside the platform';
comment on column case_transfer_content.answer is 'Why it was declined or withdrawn, or by whom it was received outside';
comment on column case_transfer_content.override_code is 'Why the file may move without consent: code of the list transfer-override';
comment on column case_transfer_content.handed_over is 'Codes of the list handover-item: what a body outside was given';

alter table case_transfer enable row level security;
create policy sides on case_transfer to ${app}
  using (current_setting('app.system', true) = 'on'
      or (from_unit = nullif(current_setting('app.unit_id', true), '')::uuid
          and case when named_ids is null
                   then string_to_array(current_setting('app.roles', true), ',') && array['social-worker', 'protection-officer', 'supervisor']
                   else nullif(current_setting('app.staff_id', true), '')::uuid = any (named_ids) end)
      or (to_unit = nullif(current_setting('app.unit_id', true), '')::uuid
          and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
          and (receiver_id is null or receiver_id = nullif(current_setting('app.staff_id', true), '')::uuid))
      or exists (select 1 from case_file f where f.id = case_transfer.case_id));
alter table case_transfer_content enable row level security;
create policy sides on case_transfer_content to ${app}
  using (exists (select 1 from case_transfer t
                  where t.id = case_transfer_content.transfer_id
                    and (t.state <> 'accepted' or t.to_unit is null
                      or t.to_unit = nullif(current_setting('app.unit_id', true), '')::uuid)));
grant select, insert, update on case_transfer, case_transfer_content to ${app};

-- Whoever accepts does not reach the case before: this runs as the owner of the tables, and only for a supervisor of the
-- unit that a pending transfer names. False when the case has been closed or has gone elsewhere meanwhile.
create function take_transferred_case(transfer uuid, new_owner uuid, at timestamptz, recorded timestamptz)
returns table (taken boolean, previous_owner uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t case_transfer;
  f case_file;
  me uuid := nullif(current_setting('app.staff_id', true), '')::uuid;
begin
  select * into strict t from case_transfer where id = transfer and state = 'pending' for update;
  if t.to_unit is distinct from nullif(current_setting('app.unit_id', true), '')::uuid
     or not 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
     or (t.receiver_id is not null and t.receiver_id is distinct from me) then
    raise insufficient_privilege;
  end if;
  select * into strict f from case_file where id = t.case_id for update;
  if f.state = 'closed' or f.unit_id <> t.from_unit then
    return query select false, f.owner_id;
    return;
  end if;
  update case_file set unit_id = t.to_unit, district_code = t.to_district, owner_id = new_owner, owned_since = at, member_ids = '{}',
         named_ids = case when named_ids is null then null when new_owner = me then array[me] else array[me, new_owner] end,
         version = version + 1
   where id = f.id;
  update task set unit_id = t.to_unit, district_code = t.to_district,
         owner_id = case when state = 'open' then new_owner else owner_id end, version = version + 1
   where case_id = f.id;
  update case_member set until = greatest(at, since), ended_by = me, version = version + 1 where case_id = f.id and until is null;
  update concern_report set unit_id = t.to_unit, gone_with_case = true where case_id = f.id;
  return query select true, f.owner_id;
end $$;
revoke execute on function take_transferred_case(uuid, uuid, timestamptz, timestamptz) from public;
grant execute on function take_transferred_case(uuid, uuid, timestamptz, timestamptz) to ${app};

-- That it was declined is part of the sender's story.
create function tell_sender_of_transfer(entry uuid, transfer uuid, happened timestamptz, noted timestamptz)
returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into timeline_entry (id, case_id, kind, happened_at, recorded_at, actor_id, subject_id, codes)
  select entry, t.case_id, 'transfer-declined', happened, noted, t.decided_by, t.id, array[t.to_unit::text]
    from case_transfer t
   where t.id = transfer and t.state = 'declined' and t.to_unit = nullif(current_setting('app.unit_id', true), '')::uuid
  returning id
$$;
revoke execute on function tell_sender_of_transfer(uuid, uuid, timestamptz, timestamptz) from public;
grant execute on function tell_sender_of_transfer(uuid, uuid, timestamptz, timestamptz) to ${app};

-- The report a case began with goes with it: whoever took it down reads it no more.
alter table concern_report add column gone_with_case boolean not null default false;
comment on column concern_report.gone_with_case is 'Its case went to another unit, and the report with it';
create policy gone_with_its_case on concern_report as restrictive to ${app}
  using (current_setting('app.system', true) = 'on' or not gone_with_case
      or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('transfer-reason', 'child-moved', 'The child lives elsewhere now', 'بچہ اب کہیں اور رہتا ہے', 'ماشوم اوس بل ځای اوسي', 1, '2010-01-01'),
  ('transfer-reason', 'safety', 'The child is safer there', 'بچہ وہاں زیادہ محفوظ ہے', 'ماشوم هلته خوندي دی', 2, '2010-01-01'),
  ('transfer-reason', 'specialist-need', 'A specialist is needed that we do not have', 'ایسے ماہر کی ضرورت جو ہمارے پاس نہیں', 'هغه متخصص ته اړتیا چې موږ یې نه لرو', 3, '2010-01-01'),
  ('transfer-reason', 'with-family', 'The child is with family there', 'بچہ وہاں خاندان کے ساتھ ہے', 'ماشوم هلته له کورنۍ سره دی', 4, '2010-01-01'),
  ('transfer-reason', 'conflict-of-interest', 'Somebody here is close to the family', 'یہاں کوئی خاندان کے قریب ہے', 'دلته څوک کورنۍ ته نږدې دی', 5, '2010-01-01'),
  ('transfer-reason', 'agency-exit', 'The agency leaves the district', 'ادارہ ضلع چھوڑ رہا ہے', 'اداره ولسوالۍ پرېږدي', 6, '2010-01-01'),
  ('transfer-override', 'immediate-danger', 'Waiting would put the child in danger', 'انتظار سے بچے کو خطرہ ہوگا', 'انتظار به ماشوم په خطر کې واچوي', 1, '2010-01-01'),
  ('transfer-override', 'caregiver-unsafe', 'Asking the caregiver is not safe', 'سرپرست سے پوچھنا محفوظ نہیں', 'له پالونکي پوښتل خوندي نه دي', 2, '2010-01-01'),
  ('transfer-override', 'nobody-to-ask', 'Nobody can be asked', 'کوئی پوچھے جانے کو موجود نہیں', 'د پوښتلو څوک نشته', 3, '2010-01-01'),
  ('transfer-override', 'court-order', 'A court has ordered it', 'عدالت کا حکم ہے', 'محکمې امر کړی', 4, '2010-01-01'),
  ('handover-item', 'summary', 'Summary of the case', 'کیس کا خلاصہ', 'د قضیې لنډیز', 1, '2010-01-01'),
  ('handover-item', 'assessments', 'Assessments', 'جائزے', 'ارزونې', 2, '2010-01-01'),
  ('handover-item', 'case-plan', 'Case plan', 'کیس کا منصوبہ', 'د قضیې پلان', 3, '2010-01-01'),
  ('handover-item', 'consents', 'Consents', 'رضامندیاں', 'رضامندۍ', 4, '2010-01-01'),
  ('handover-item', 'court-papers', 'Court papers', 'عدالتی کاغذات', 'د محکمې پاڼې', 5, '2010-01-01'),
  ('handover-item', 'contacts', 'Safe ways to reach the family', 'خاندان تک محفوظ رابطے', 'کورنۍ ته د رسېدو خوندي لارې', 6, '2010-01-01');
