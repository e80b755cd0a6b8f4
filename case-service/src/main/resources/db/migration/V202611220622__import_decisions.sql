-- Rows of an earlier register whose child seems to be known, by the matcher's weights, are looked at by a person.
alter table case_import add column joined integer not null default 0;
comment on column case_import.joined is 'Rows of which somebody said that they are a case which is there already';
alter table case_import_row drop constraint case_import_row_outcome_check;
alter table case_import_row add constraint case_import_row_outcome_check
  check (outcome in ('ready', 'faulty', 'known', 'joined', 'taken-over'));
alter table case_import_row add column reason text;
alter table case_import_row add column decided_by uuid;
alter table case_import_row add column decided_at timestamptz;
alter table case_import_row add constraint decision_is_whole
  check ((decided_by is null) = (decided_at is null) and (reason is null or decided_by is not null));
comment on column case_import_row.reason is 'Why the row is taken over although its child seemed to be known: code of the list import-decision-reason';
comment on column case_import_row.decided_by is 'Who looked at the row and said that it is another child, or the known one';
create index case_import_row_by_outcome on case_import_row (import_id, outcome, row_number);

insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('import-decision-reason', 'compared-in-person', 'Another child: both were seen or asked', 'الگ بچہ: دونوں سے مل کر یا پوچھ کر معلوم ہوا', 'بل ماشوم دی: دواړه لیدل شوي یا پوښتل شوي', 1, '2010-01-01'),
  ('import-decision-reason', 'compared-on-paper', 'Another child: the papers show it', 'الگ بچہ: کاغذات سے ظاہر ہے', 'بل ماشوم دی: له اسنادو څرګنده ده', 2, '2010-01-01'),
  ('import-decision-reason', 'brother-or-sister', 'A brother or sister', 'بھائی یا بہن', 'ورور یا خور', 3, '2010-01-01'),
  ('import-decision-reason', 'namesake', 'Only the name is the same', 'صرف نام ایک ہے', 'یوازې نوم یو دی', 4, '2010-01-01');

-- Whoever takes a register over learns the number of a known child's case where a search would tell it, and never of one
-- that is kept from them; of merged cases that of the one which goes on.
create function case_numbers_of_children(children uuid[])
returns table (child_id uuid, number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (f.child_id) f.child_id, coalesce(went.number, f.number)
    from case_file f
    left join lateral (select w.number from where_cases_went(array[f.id]) w limit 1) went on true
   where f.child_id = any (children) and may_stand_beside(f.id)
   order by f.child_id, f.opened_at desc, f.id
$$;
revoke execute on function case_numbers_of_children(uuid[]) from public;
grant execute on function case_numbers_of_children(uuid[]) to ${app};
