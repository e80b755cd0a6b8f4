-- The directory of services in the shape of Open Referral HSDS 3 (organization, service, service area).
create table organization (
  id           uuid primary key,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null,
  description  text not null
);
comment on table organization is 'HSDS organization; its id is the agency''s';

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
create index service_by_category on service (category, id) where status = 'active';
create index service_by_organization on service (organization_id);

create table service_area (
  service_id     uuid not null references service on delete cascade,
  district_code  text not null,
  primary key (service_id, district_code)
);
create index service_area_by_district on service_area (district_code);
comment on table service_area is 'HSDS service_area with extent_type district';

create table service_category (
  agency_kind  text primary key,
  category     text not null,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null
);
comment on table service_category is 'What an agency of a kind is listed for when it is registered; working translations';
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
