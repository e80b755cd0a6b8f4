-- The list of closed cases of a unit; open ones have case_file_open_by_unit.
create index case_file_closed_by_unit on case_file (unit_id, opened_at desc, id desc) where state = 'closed';
