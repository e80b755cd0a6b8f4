create table note (id uuid primary key, owner uuid not null, body text not null);
alter table note enable row level security;
alter table note force row level security;
create policy note_owner on note
  using (owner = nullif(current_setting('app.owner', true), '')::uuid)
  with check (owner = nullif(current_setting('app.owner', true), '')::uuid);
grant select, insert, update, delete on note to ${app};

create table secret (id uuid primary key, subject uuid not null, given_name bytea not null);
grant select, insert on secret to ${app};
