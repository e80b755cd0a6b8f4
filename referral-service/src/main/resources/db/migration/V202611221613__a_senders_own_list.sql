-- A sender's referrals across all cases: what is open by when it is due, what was answered and waits for the family to hear of
-- it, what has ended. The shelf and its order follow from the row, so that a page of a list is a piece of an index.
alter table referral
  add column shelf text not null generated always as (
    case when status in ('draft', 'requested', 'accepted', 'in-progress', 'on-hold') then 'open'
         when status in ('rejected', 'completed', 'failed') and loop_closed_at is null then 'to-close'
         else 'ended' end) stored,
  add column shelf_at timestamptz not null generated always as (
    case when status in ('draft', 'requested') then respond_by
         when status in ('accepted', 'in-progress', 'on-hold') then complete_by
         when status in ('rejected', 'completed', 'failed') and loop_closed_at is null then status_at
         else last_modified end) stored;
comment on column referral.shelf is 'Where it stands in the sender''s list: open, to-close or ended';
comment on column referral.shelf_at is 'Its place there: when it is due, since when it is answered, or when it last changed';

-- Of a unit by its supervisor, and of each of one's own cases.
create index referral_shelf_of_unit on referral (unit_id, shelf, shelf_at, id);
create index referral_shelf_of_case on referral (case_id, shelf, shelf_at, id);
create index known_case_by_owner on known_case (owner_id, unit_id);
create index known_case_by_member on known_case using gin (member_ids);
create index known_case_by_named on known_case using gin (named_ids) where named_ids is not null;
