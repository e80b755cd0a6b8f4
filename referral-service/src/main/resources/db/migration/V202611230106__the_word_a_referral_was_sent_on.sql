-- A withdrawal may come late, or once more: it ends what was sent before it was said, and not what was sent on a newer yes.
alter table referral add column consent_told_by uuid;
comment on column referral.consent_told_by is 'The event (UUIDv7) of the newest word on sharing when it was sent; a withdrawal told of before it does not end it. Null of what was sent before this was kept: every withdrawal ends it';
