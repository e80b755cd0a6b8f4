-- What the platform says of a referral it ended itself is chosen by nobody; what was laid down otherwise is taken back.
update referral_code set states = '{}' where list = 'status-reason' and code in ('unanswered', 'consent-lapsed');
alter table referral_code add constraint the_platforms_own_is_not_chosen
  check (list <> 'status-reason' or code not in ('unanswered', 'consent-lapsed') or cardinality(states) = 0);
