-- Whoever opened a link sees one referral, and by it what hangs on a referral would be seen, too: the thread and its files are not.
create policy no_link on referral_message as restrictive to ${app}
  using (nullif(current_setting('app.link_referral_id', true), '') is null);
create policy no_link on referral_attachment as restrictive to ${app}
  using (nullif(current_setting('app.link_referral_id', true), '') is null);
create policy no_link on attachment_piece as restrictive to ${app}
  using (nullif(current_setting('app.link_referral_id', true), '') is null);
