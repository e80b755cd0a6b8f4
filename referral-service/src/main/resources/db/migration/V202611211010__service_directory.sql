-- The directory of services in the shape of Open Referral HSDS 3 (organization, service, service area).
create table organization (
  id           uuid primary key,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null,
  description  text not null
);
comment on table organization is 'HSDS organization; its id is the agency''s';
comment on column organization.id is 'The agency';
comment on column organization.name_en is 'Public name in English';
comment on column organization.name_ur is 'Public name in Urdu';
comment on column organization.name_ps is 'Public name in Pashto';
comment on column organization.description is 'Kind of agency';

create table service (
  id               uuid primary key,
  organization_id  uuid not null references organization,
  name_en          text not null,
  name_ur          text not null,
  name_ps          text not null,
  category         text not null,
  status           text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  phone            text,
  alert            text,
  assured_date     date not null
);
comment on table service is 'HSDS service: what can be asked of an organization';
comment on column service.assured_date is 'When somebody last verified the entry';
comment on column service.id is 'The service';
comment on column service.organization_id is 'Who offers it';
comment on column service.name_en is 'Name in English';
comment on column service.name_ur is 'Name in Urdu';
comment on column service.name_ps is 'Name in Pashto';
comment on column service.category is 'Kind of service, as in legal-aid';
comment on column service.status is 'HSDS status; only active ones are listed and referred to';
comment on column service.phone is 'Public phone, never a person''s';
comment on column service.alert is 'What to know before asking, as in closed for repairs';
create index service_by_category on service (category, id) where status = 'active';
create index service_by_organization on service (organization_id);

create table service_area (
  service_id     uuid not null references service on delete cascade,
  district_code  text not null,
  primary key (service_id, district_code)
);
create index service_area_by_district on service_area (district_code);
comment on table service_area is 'HSDS service_area with extent_type district';
comment on column service_area.service_id is 'The service';
comment on column service_area.district_code is 'District served';

create table service_category (
  agency_kind  text primary key,
  category     text not null,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null
);
comment on table service_category is 'What an agency of a kind is listed for when it is registered; working translations';
comment on column service_category.agency_kind is 'Kind of agency in the directory';
comment on column service_category.category is 'Category of its service';
comment on column service_category.name_en is 'Name of the service in English';
comment on column service_category.name_ur is 'Name of the service in Urdu';
comment on column service_category.name_ps is 'Name of the service in Pashto';
insert into service_category values
  ('legal-aid', 'legal-aid', 'Legal aid for children', 'بچوں کے لیے قانونی امداد', 'د ماشومانو لپاره حقوقي مرسته'),
  ('police', 'police', 'Police protection', 'پولیس تحفظ', 'د پولیسو ساتنه'),
  ('court', 'court', 'Child protection court', 'عدالت برائے تحفظ اطفال', 'د ماشومانو د ساتنې محکمه'),
  ('hospital', 'health', 'Medical care', 'طبی علاج', 'روغتیايي پاملرنه'),
  ('shelter', 'shelter', 'Shelter', 'پناہ گاہ', 'سرپناه'),
  ('school', 'education', 'Schooling', 'تعلیم', 'زده کړه'),
  ('nadra', 'registration', 'Birth and identity registration', 'پیدائش اور شناخت کا اندراج', 'د زېږون او پېژندنې ثبت'),
  ('ngo', 'psychosocial', 'Psychosocial support', 'نفسیاتی و سماجی مدد', 'رواني ټولنيز ملاتړ');
grant select, insert, update on organization, service to ${app};
grant select, insert, delete on service_area to ${app};
grant select on service_category to ${app};
