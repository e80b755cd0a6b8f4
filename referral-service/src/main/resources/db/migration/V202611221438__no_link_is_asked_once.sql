-- Asked once for a statement, not once for a row: the planner took so strict a condition to leave nearly nothing, and read whole
-- threads for one page.
alter policy no_link on referral_message
  using ((select nullif(current_setting('app.link_referral_id', true), '') is null));
alter policy no_link on referral_attachment
  using ((select nullif(current_setting('app.link_referral_id', true), '') is null));
alter policy no_link on attachment_piece
  using ((select nullif(current_setting('app.link_referral_id', true), '') is null));
