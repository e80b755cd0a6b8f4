-- What was typed at a registration is kept, not only found by.
alter table child
  add column family_phone  bytea,
  add column family_number bytea;
comment on column child.family_phone is 'A phone of the family, as it was given at registration; encrypted under the child''s key';
comment on column child.family_number is 'The B-form or CNIC number given at registration, the child''s or a parent''s: thirteen digits; encrypted under the child''s key';

-- Where it happened, as far as it was said; the district is the report's own.
alter table concern_report
  add column place         bytea,
  add column tehsil        bytea,
  add column union_council bytea;
comment on column concern_report.place is 'Where it happens, in words; encrypted, data subject is the report itself';
comment on column concern_report.tehsil is 'Tehsil; encrypted like the place, since together they find a household';
comment on column concern_report.union_council is 'Union or village council; encrypted like the place';
