-- The content of a document may be taken away by a supervisor, with a reason; that there was one, and its hashes, stay.
alter table case_document drop constraint case_document_state_check;
alter table case_document add constraint case_document_state_check check (state in ('arriving', 'kept', 'removed'));
alter table case_document drop constraint kept_is_whole;
alter table case_document add constraint kept_is_whole
  check ((state <> 'arriving') = (kept_at is not null and kept_size is not null and kept_hash is not null));
alter table case_document add column removed_at timestamptz;
alter table case_document add column removed_by uuid;
alter table case_document add column removal_reason text;
alter table case_document add constraint removed_is_whole
  check ((state = 'removed') = (removed_at is not null and removed_by is not null and removal_reason is not null));
comment on column case_document.removed_at is 'When its content was taken away for good';
comment on column case_document.removal_reason is 'Code of the list document-removal-reason';
drop index case_document_of_case;
create index case_document_of_case on case_document (case_id, happened_at desc, id desc) where state <> 'arriving';

alter policy reads on case_document
  using ((state = 'arriving' and (recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid
                                  or current_setting('app.system', true) = 'on'))
      or (state <> 'arriving' and reads_kept_apart(kept, recorded_by)
          and exists (select 1 from case_file f where f.id = case_document.case_id)));
create policy is_removed on case_document for update to ${app}
  using (state = 'kept' and reads_kept_apart(kept, recorded_by)
    and 'supervisor' = any (string_to_array(current_setting('app.roles', true), ','))
    and exists (select 1 from case_file f where f.id = case_document.case_id))
  with check (state = 'removed' and removed_by = nullif(current_setting('app.staff_id', true), '')::uuid);
create policy is_removed on document_piece for delete to ${app}
  using (exists (select 1 from case_document d where d.id = document_piece.document_id and d.state = 'removed'));

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('document-removal-reason', 'wrong-case', 'It belongs to another case', 'یہ کسی اور کیس کی ہے', 'د بلې قضیې دی', 1, '2010-01-01'),
  ('document-removal-reason', 'no-consent', 'The child or family did not agree to it', 'بچے یا خاندان نے اس پر رضامندی نہیں دی', 'ماشوم یا کورنۍ ورسره موافقه نه ده کړې', 2, '2010-01-01'),
  ('document-removal-reason', 'not-needed', 'It is not needed for the case', 'کیس کے لیے اس کی ضرورت نہیں', 'قضیې ته یې اړتیا نشته', 3, '2010-01-01'),
  ('document-removal-reason', 'harmful', 'It could harm the child', 'اس سے بچے کو نقصان ہو سکتا ہے', 'ماشوم ته زیان رسولی شي', 4, '2010-01-01'),
  ('document-removal-reason', 'court-order', 'A court has ordered it', 'عدالت کا حکم ہے', 'محکمې امر کړی', 5, '2010-01-01');
