-- An agency's inbox is read by what is to be done and until when.
create index referral_waiting_at_agency on referral (agency_id, respond_by, id) where status = 'requested';
create index referral_under_way_at_agency on referral (agency_id, complete_by, id)
  where status in ('accepted', 'in-progress', 'on-hold');
