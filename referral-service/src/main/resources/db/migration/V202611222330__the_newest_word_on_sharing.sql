-- A word that was set aside and is delivered again comes after words that were said later: it changes nothing then.
alter table known_sharing add column told_by uuid;
comment on column known_sharing.told_by is 'The event (UUIDv7) that said so; an older one changes nothing. Null of what was told before this was kept';
