-- Documents of a case: they arrive piece by piece, are looked at whole, and are kept piece by piece.
create table case_document (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  kind           text not null,
  kept           text not null check (kept in ('ordinary', 'restricted', 'clinical')),
  state          text not null check (state in ('arriving', 'kept')),
  media_type     text not null,
  title          bytea,
  sent_size      integer not null check (sent_size between 1 and 26214400),
  sent_hash      bytea not null,
  received       integer not null check (received between 0 and sent_size),
  pieces         integer not null check (pieces >= 0),
  kept_size      integer,
  kept_hash      bytea,
  happened_at    timestamptz not null,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null,
  expires_at     timestamptz,
  kept_at        timestamptz,
  version        bigint not null,
  constraint kept_is_whole check ((state = 'kept') = (kept_at is not null and kept_size is not null and kept_hash is not null)),
  constraint arriving_expires check ((state = 'arriving') = (expires_at is not null))
);
create index case_document_of_case on case_document (case_id, happened_at desc, id desc) where state = 'kept';
create index case_document_arriving on case_document (recorded_by, recorded_at) where state = 'arriving';
create index case_document_expires on case_document (expires_at) where state = 'arriving';
comment on table case_document is 'A paper, picture or recording of a case. Title and hashes are encrypted under the child''s key; a hash in clear would tell what a known picture is';
comment on column case_document.kept is 'Who reads it, see reads_kept_apart';
comment on column case_document.state is 'arriving: pieces are being sent by who began it; kept: looked at and found to be what it was said to be';
comment on column case_document.media_type is 'As it was said to be; found to be true before it is kept';
comment on column case_document.expires_at is 'An upload that nobody goes on with is removed then';

create table document_piece (
  document_id  uuid not null references case_document on delete cascade,
  position     integer not null check (position >= 0),
  size         integer not null check (size > 0),
  content      bytea not null,
  primary key (document_id, position)
);
alter table document_piece alter column content set storage external;
comment on table document_piece is 'A document in pieces, each encrypted under the child''s key for its place in its document: destroying the key erases all';
comment on column document_piece.size is 'Before encryption';

alter table case_document enable row level security;
create policy reads on case_document for select to ${app}
  using ((state = 'arriving' and (recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
                                  or current_setting('app.system', true) = 'on'))
      or (state = 'kept' and reads_kept_apart(kept, recorded_by)
          and exists (select 1 from case_file f where f.id = case_document.case_id)));
create policy begins on case_document for insert to ${app}
  with check (state = 'arriving' and recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
    and (kept <> 'clinical' or 'psychologist' = any (string_to_array(current_setting('app.roles', true), ',')))
    and exists (select 1 from case_file f where f.id = case_document.case_id));
create policy goes_on on case_document for update to ${app}
  using (state = 'arriving' and recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid)
  with check (recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
    and exists (select 1 from case_file f where f.id = case_document.case_id));
create policy ends on case_document for delete to ${app}
  using (state = 'arriving' and (recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
                                 or current_setting('app.system', true) = 'on'));
alter table document_piece enable row level security;
create policy reads on document_piece for select to ${app}
  using (exists (select 1 from case_document d where d.id = document_piece.document_id));
create policy arrives on document_piece for insert to ${app}
  with check (exists (select 1 from case_document d where d.id = document_piece.document_id and d.state = 'arriving'));
create policy ends on document_piece for delete to ${app}
  using (exists (select 1 from case_document d where d.id = document_piece.document_id and d.state = 'arriving'));
grant select, insert, update, delete on case_document to ${app};
grant select, insert, delete on document_piece to ${app};

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('document-kind', 'identity', 'Identity paper', 'شناختی کاغذ', 'د هویت سند', 1, '2010-01-01'),
  ('document-kind', 'photo', 'Photo', 'تصویر', 'انځور', 2, '2010-01-01'),
  ('document-kind', 'medical', 'Medical report', 'طبی رپورٹ', 'طبي راپور', 3, '2010-01-01'),
  ('document-kind', 'court', 'Paper of a court', 'عدالتی کاغذ', 'د محکمې سند', 4, '2010-01-01'),
  ('document-kind', 'police', 'Paper of the police', 'پولیس کا کاغذ', 'د پولیسو سند', 5, '2010-01-01'),
  ('document-kind', 'consent', 'Signed consent', 'دستخط شدہ رضامندی', 'لاسلیک شوې رضایت پاڼه', 6, '2010-01-01'),
  ('document-kind', 'school', 'Paper of a school', 'سکول کا کاغذ', 'د ښوونځي سند', 7, '2010-01-01'),
  ('document-kind', 'report', 'Report of an agency', 'ادارے کی رپورٹ', 'د ادارې راپور', 8, '2010-01-01'),
  ('document-kind', 'letter', 'Letter', 'خط', 'لیک', 9, '2010-01-01'),
  ('document-kind', 'recording', 'Recording', 'ریکارڈنگ', 'ثبت شوې وینا', 10, '2010-01-01'),
  ('document-kind', 'other', 'Other', 'دیگر', 'نور', 11, '2010-01-01');
