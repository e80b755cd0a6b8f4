create table applied_note (
  position bigint generated always as identity primary key,
  event_id uuid not null,
  subject  text not null,
  version  bigint not null,
  caller   text not null
);
create table newest_note (
  subject text primary key,
  version bigint not null
);
grant select, insert on applied_note to ${app};
grant select, insert, update on newest_note to ${app};
