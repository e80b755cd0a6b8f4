alter table known_sharing add column confirm_by timestamptz;
comment on column known_sharing.confirm_by is 'Until when a second person confirms an override that awaits one; it stands no longer. Null of anything else, and of overrides told of before this was kept';
create index known_sharing_that_awaits on known_sharing (confirm_by) where stands and confirm_by is not null;
