-- Registers that units kept before, taken over from files. What a file says stands encrypted until it is taken over, and its
-- key is destroyed then; of its rows only numbers, outcomes and codes are kept.
create table case_import (
  id           uuid primary key,
  unit_id      uuid not null,
  created_by   uuid not null,
  state        text not null check (state in ('uploading', 'checking', 'checked', 'running', 'done', 'refused')),
  refusal      text,
  row_count    integer not null default 0,
  next_row     integer not null default 1,
  ready        integer not null default 0,
  faulty       integer not null default 0,
  known        integer not null default 0,
  taken_over   integer not null default 0,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  version      bigint not null
);
comment on table case_import is 'A file of existing cases, uploaded by a supervisor, checked row by row and taken over when they say so';
comment on column case_import.refusal is 'Why the file as a whole cannot be read: a code';
comment on column case_import.next_row is 'Where checking or taking over goes on after a restart; the row after the header is 1';
comment on column case_import.ready is 'Rows that may be taken over';
comment on column case_import.faulty is 'Rows with something wrong, which are left out';
comment on column case_import.known is 'Rows of children or of entries that are known already, which are left out';
create index case_import_of_unit on case_import (unit_id, created_at desc, id desc);
create index case_import_to_do on case_import (created_at) where state in ('checking', 'running');

create table case_import_piece (
  import_id  uuid not null references case_import on delete cascade,
  position   integer not null,
  content    bytea not null,
  primary key (import_id, position)
);
comment on table case_import_piece is 'The file in pieces, encrypted under a key of its own; removed once it is taken over';

create table case_import_row (
  import_id    uuid not null references case_import on delete cascade,
  row_number   integer not null,
  outcome      text not null check (outcome in ('ready', 'faulty', 'known', 'taken-over')),
  faults       text[] not null default '{}',
  case_number  text,
  primary key (import_id, row_number)
);
comment on table case_import_row is 'What became of each row: column and code of what is wrong, or the number of the case that it became or is known by';

create table case_import_source (
  unit_id      uuid not null,
  source       bytea not null,
  case_number  text not null,
  primary key (unit_id, source)
);
comment on table case_import_source is 'Keyed hashes of the earlier register''s own numbers: an entry is taken over once, whatever file it comes in';

alter table case_import enable row level security;
alter table case_import_piece enable row level security;
alter table case_import_row enable row level security;
alter table case_import_source enable row level security;
create policy reach on case_import to ${app}
  using (current_setting('app.system', true) = 'on'
         or (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
             and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))));
create policy reach on case_import_piece to ${app} using ((select true from case_import i where i.id = import_id));
create policy reach on case_import_row to ${app} using ((select true from case_import i where i.id = import_id));
create policy reach on case_import_source to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
         and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ',')));
grant select, insert, update on case_import to ${app};
grant select, insert, update, delete on case_import_piece to ${app};
grant select, insert, update on case_import_row to ${app};
grant select, insert on case_import_source to ${app};
