-- Nothing new is asked of an agency for a case that has ended; it is reopened first, with a reason.
alter table known_case add column closed boolean not null default false;
comment on column known_case.closed is 'Closed and not reopened: no new referral is made; those on their way go on';
