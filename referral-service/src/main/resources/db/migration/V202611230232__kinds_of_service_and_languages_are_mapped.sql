-- Agencies have names of their own for kinds of service and languages too. The version before keeps to the three lists it knows and never meets these rows.
alter table agency_code_map
  drop constraint agency_code_map_list_check,
  add constraint agency_code_map_list_check check (list in ('reason', 'status-reason', 'outcome', 'category', 'language'));
comment on column agency_code_map.list is 'reason, status-reason, outcome, category (kind of service) or language';

create table packet_language (
  code  text primary key
);
comment on table packet_language is 'Languages a packet may say a child speaks: the case service''s list, which nobody adds to';
comment on column packet_language.code is 'ISO 639 code, or other';
grant select on packet_language to ${app};
insert into packet_language (code) values
  ('ur'), ('ps'), ('hno'), ('skr'), ('khw'), ('mvy'), ('trw'), ('gwc'), ('scl'), ('gju'), ('kls'), ('pnb'), ('prs'), ('en'), ('sgn'), ('other');
