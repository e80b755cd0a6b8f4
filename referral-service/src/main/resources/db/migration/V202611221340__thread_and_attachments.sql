-- What the two sides of a referral write and send each other. Words, titles, hashes and content are encrypted under the case's key.
create table referral_message (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  side         text not null check (side in ('requester', 'target')),
  author       text not null,
  name         bytea,
  words        bytea not null,
  sent_at      timestamptz not null,
  read_at      timestamptz
);
comment on table referral_message is 'The thread of a referral';
comment on column referral_message.id is 'UUIDv7';
comment on column referral_message.referral_id is 'The referral';
comment on column referral_message.side is 'Who wrote: requester or target';
comment on column referral_message.author is 'Staff id, or subject of the token at the agency';
comment on column referral_message.name is 'What they are called where they work, encrypted';
comment on column referral_message.words is 'What they wrote, encrypted';
comment on column referral_message.sent_at is 'When';
comment on column referral_message.read_at is 'When the other side first had it before its eyes';
create index referral_message_thread on referral_message (referral_id, sent_at desc, id desc);

create table referral_attachment (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  side         text not null check (side in ('requester', 'target')),
  author       text not null,
  kind         text references packet_item_kind,
  because      bytea,
  media_type   text not null,
  title        bytea,
  sent_size    integer not null check (sent_size between 1 and 10485760),
  sent_hash    bytea not null,
  recorded_at  timestamptz not null,
  state        text not null check (state in ('arriving', 'whole', 'sent')),
  received     integer not null check (received between 0 and sent_size),
  pieces       integer not null check (pieces >= 0),
  kept_size    integer,
  expires_at   timestamptz,
  message_id   uuid references referral_message,
  given_at     timestamptz,
  version      bigint not null,
  constraint sent_has_its_time check ((state = 'sent') = (given_at is not null)),
  constraint unsent_expires check ((state = 'sent') = (expires_at is null)),
  constraint whole_has_its_size check ((state = 'arriving') = (kept_size is null)),
  constraint a_sender_names_the_kind check (side = 'target' or kind is not null)
);
comment on table referral_attachment is 'Files of a referral: they arrive in pieces, are looked at whole, and are sent with a message or the outcome';
comment on column referral_attachment.id is 'UUIDv7';
comment on column referral_attachment.referral_id is 'The referral';
comment on column referral_attachment.side is 'Whose it is: requester or target';
comment on column referral_attachment.author is 'Staff id, or subject of the token at the agency';
comment on column referral_attachment.kind is 'Which kind of item of a packet it is; a sender''s file goes by the packet''s rules';
comment on column referral_attachment.because is 'The reason or order it goes for where the kind needs one, encrypted';
comment on column referral_attachment.media_type is 'As it was said to be; found to be true before it is whole';
comment on column referral_attachment.title is 'Title, encrypted';
comment on column referral_attachment.sent_size is 'Size announced';
comment on column referral_attachment.sent_hash is 'SHA-256 announced, encrypted: in clear it would tell what a known picture is';
comment on column referral_attachment.recorded_at is 'When it was announced';
comment on column referral_attachment.state is 'arriving, whole (looked at), or sent: the other side has it';
comment on column referral_attachment.received is 'Bytes that have come';
comment on column referral_attachment.pieces is 'Pieces there are';
comment on column referral_attachment.kept_size is 'Size of what is kept, without what a picture tells of place and camera';
comment on column referral_attachment.expires_at is 'One that nobody goes on with or sends is removed then';
comment on column referral_attachment.message_id is 'The message it went with; null of a sent one that went with the outcome';
comment on column referral_attachment.given_at is 'When it was sent';
comment on column referral_attachment.version is 'Entity tag';
create index referral_attachment_of on referral_attachment (referral_id, recorded_at, id);
create index referral_attachment_message on referral_attachment (message_id) where message_id is not null;
create index referral_attachment_expires on referral_attachment (expires_at) where state <> 'sent';

create table attachment_piece (
  attachment_id  uuid not null references referral_attachment on delete cascade,
  position       integer not null check (position >= 0),
  size           integer not null check (size > 0),
  content        bytea not null,
  primary key (attachment_id, position)
);
alter table attachment_piece alter column content set storage external;
comment on table attachment_piece is 'A file in pieces, each encrypted for its place: destroying the case''s key erases all';
comment on column attachment_piece.attachment_id is 'The file';
comment on column attachment_piece.position is 'Place in it, from 0';
comment on column attachment_piece.size is 'Before encryption';
comment on column attachment_piece.content is 'The piece, encrypted';

-- Whoever sees the referral; the side is told by whether an agency asks. Functions and not subqueries: of those the planner makes one
-- list of all referrals for each statement. They run as who asks, so that the policies of what they look at hold.
create function sees_referral(asked uuid) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from referral r where r.id = asked);
end $$;
create function sees_attachment(asked uuid, arriving boolean) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from referral_attachment a where a.id = asked and (not arriving or a.state = 'arriving'));
end $$;

alter table referral_message enable row level security;
create policy reads on referral_message for select to ${app}
  using (sees_referral(referral_message.referral_id));
create policy writes on referral_message for insert to ${app}
  with check (sees_referral(referral_message.referral_id)
    and (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is not null));
create policy has_read on referral_message for update to ${app}
  using (sees_referral(referral_message.referral_id)
    and (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is null));
grant select, insert on referral_message to ${app};
grant update (read_at) on referral_message to ${app};

alter table referral_attachment enable row level security;
create policy reads on referral_attachment for select to ${app}
  using (sees_referral(referral_attachment.referral_id)
    and (state = 'sent' or current_setting('app.system', true) = 'on'
         or (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is not null)));
create policy begins on referral_attachment for insert to ${app}
  with check (state = 'arriving' and sees_referral(referral_attachment.referral_id)
    and (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is not null));
create policy goes_on on referral_attachment for update to ${app}
  using (state <> 'sent' and sees_referral(referral_attachment.referral_id)
    and (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is not null))
  with check (true);
create policy ends on referral_attachment for delete to ${app}
  using (state <> 'sent' and (current_setting('app.system', true) = 'on'
    or (side = 'target') = (nullif(current_setting('app.agency_id', true), '') is not null)));
grant select, insert, delete on referral_attachment to ${app};
grant update (state, received, pieces, kept_size, expires_at, message_id, given_at, version) on referral_attachment to ${app};

alter table attachment_piece enable row level security;
create policy reads on attachment_piece for select to ${app}
  using (sees_attachment(attachment_piece.attachment_id, false));
create policy arrives on attachment_piece for insert to ${app}
  with check (sees_attachment(attachment_piece.attachment_id, true));
create policy ends on attachment_piece for delete to ${app}
  using (sees_attachment(attachment_piece.attachment_id, true));
grant select, insert, delete on attachment_piece to ${app};
