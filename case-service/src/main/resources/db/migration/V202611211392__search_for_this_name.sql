-- A search proves that nobody of this name is known, not of any other.
alter table child_search add column name_keys bytea[] not null default '{}';
comment on column child_search.name_keys is
  'Keyed hashes of the sounds of the given name searched for; a child is registered under this name only';
comment on column child_search.token_hash is 'Keyed hash of the proof handed to the searcher';
comment on column child_search.searched_by is 'Member of staff; nobody else''s proof is good';
comment on column child_search.searched_at is 'When';
comment on column child_search.expires_at is 'From when the proof is good for nothing; the row goes soon after';

create index child_search_by_expiry on child_search (expires_at);
create policy housekeeping on child_search for select to ${app}
  using (current_setting('app.system', true) = 'on');
create policy housekeeping_removes on child_search for delete to ${app}
  using (current_setting('app.system', true) = 'on');
