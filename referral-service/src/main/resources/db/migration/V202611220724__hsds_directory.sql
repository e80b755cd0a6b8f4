-- The rest of Open Referral HSDS 3: what a service is for, where, when, in which languages, at what cost and with how much room.
alter table organization
  add column url text,
  add column source text,
  add column last_modified timestamptz not null default now(),
  add column version bigint not null default 0,
  add column words tsvector generated always as (to_tsvector('simple', name_en || ' ' || name_ur || ' ' || name_ps)) stored;
comment on column organization.url is 'Public site';
comment on column organization.source is 'Public source the entry was taken from; null when the organization told it itself';
comment on column organization.last_modified is 'When the entry last changed';
comment on column organization.version is 'Counts the changes';
comment on column organization.words is 'What is searched';
create index organization_by_words on organization using gin (words);
create index organization_by_name on organization (name_en, id);

alter table service
  alter column assured_date drop not null,
  add column description text,
  add column url text,
  add column minimum_age smallint check (minimum_age between 0 and 120),
  add column maximum_age smallint check (maximum_age between 0 and 120),
  add column sex text not null default 'any' check (sex in ('any', 'female', 'male')),
  add column languages text[] not null default '{}',
  add column cost text not null default 'unknown' check (cost in ('free', 'paid', 'unknown')),
  add column fees_description text,
  add column eligibility_description text,
  add column application_process text,
  add column province_wide boolean not null default false,
  add column focal_person bytea,
  add column source text,
  add column last_modified timestamptz not null default now(),
  add column version bigint not null default 0,
  add column words tsvector generated always as
    (to_tsvector('simple', name_en || ' ' || name_ur || ' ' || name_ps || ' ' || coalesce(description, ''))) stored,
  add constraint ages_in_order check (minimum_age <= maximum_age);
comment on column service.assured_date is 'When somebody last verified the entry; null when nobody has';
comment on column service.description is 'What is offered';
comment on column service.url is 'Public site';
comment on column service.minimum_age is 'Youngest age served, in years; null for any';
comment on column service.maximum_age is 'Oldest age served, in years; null for any';
comment on column service.sex is 'Who is served: any, female or male';
comment on column service.languages is 'Languages spoken there, ISO 639 codes';
comment on column service.cost is 'free, paid or unknown';
comment on column service.fees_description is 'What it costs, in words';
comment on column service.eligibility_description is 'For whom it is, in words';
comment on column service.application_process is 'How to ask, in words';
comment on column service.province_wide is 'Serves every district';
comment on column service.focal_person is 'Whom to ask for, encrypted under the organization''s key';
comment on column service.source is 'Public source the entry was taken from; null when the organization told it itself';
comment on column service.last_modified is 'When the entry last changed';
comment on column service.version is 'Entity tag';
comment on column service.words is 'What is searched';
create index service_by_words on service using gin (words);
create index service_by_name on service (name_en, id);
create index service_by_modification on service (last_modified);

create table location (
  id             uuid primary key,
  name_en        text not null,
  name_ur        text not null,
  name_ps        text not null,
  district_code  text not null,
  address        text,
  accessibility  text,
  latitude       numeric(9, 6) check (latitude between -90 and 90),
  longitude      numeric(9, 6) check (longitude between -180 and 180)
);
comment on table location is 'HSDS location: where something is offered';
comment on column location.id is 'The place';
comment on column location.name_en is 'Name in English';
comment on column location.name_ur is 'Name in Urdu';
comment on column location.name_ps is 'Name in Pashto';
comment on column location.district_code is 'District it lies in';
comment on column location.address is 'Public address; null where it must not be known, as of a shelter';
comment on column location.accessibility is 'Access for people with disabilities, in words';
comment on column location.latitude is 'Degrees north; null where it must not be known';
comment on column location.longitude is 'Degrees east; null where it must not be known';
create index location_by_district on location (district_code, id);
create index location_by_name on location (name_en, id);

create table service_at_location (
  id           uuid primary key,
  service_id   uuid not null references service on delete cascade,
  location_id  uuid not null references location,
  unique (service_id, location_id)
);
comment on table service_at_location is 'HSDS service_at_location';
comment on column service_at_location.id is 'The offer at that place';
comment on column service_at_location.service_id is 'The service';
comment on column service_at_location.location_id is 'The place';
create index service_at_location_by_location on service_at_location (location_id);

create table schedule (
  id          uuid primary key default gen_random_uuid(),
  service_id  uuid not null references service on delete cascade,
  byday       text[] not null check (byday <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] and cardinality(byday) > 0),
  opens_at    time not null,
  closes_at   time not null check (closes_at > opens_at),
  valid_from  date,
  valid_to    date,
  notes       text
);
comment on table schedule is 'HSDS schedule: weekly hours in Pakistan''s time; over midnight they are two lines';
comment on column schedule.id is 'The line';
comment on column schedule.service_id is 'The service';
comment on column schedule.byday is 'Days of the week as in RFC 5545';
comment on column schedule.opens_at is 'From';
comment on column schedule.closes_at is 'Until; 24:00 is the end of the day';
comment on column schedule.valid_from is 'First day it holds; null for always';
comment on column schedule.valid_to is 'Last day it holds; null for always';
comment on column schedule.notes is 'What to know, as in closed for Friday prayers';
create index schedule_by_service on schedule (service_id);

create table capacity_unit (
  code     text primary key,
  id       uuid not null unique,
  name_en  text not null,
  name_ur  text not null,
  name_ps  text not null
);
comment on table capacity_unit is 'HSDS unit: what capacity is counted in; working translations';
comment on column capacity_unit.code is 'Code';
comment on column capacity_unit.id is 'Id in HSDS';
comment on column capacity_unit.name_en is 'Name in English';
comment on column capacity_unit.name_ur is 'Name in Urdu';
comment on column capacity_unit.name_ps is 'Name in Pashto';
insert into capacity_unit select c, cast(md5('unit:' || c) as uuid), en, ur, ps from (values
  ('beds', 'beds', 'بستر', 'کټونه'),
  ('places', 'places', 'نشستیں', 'ځایونه'),
  ('appointments', 'appointments a week', 'ہفتہ وار ملاقاتیں', 'اونیزې لیدنې'),
  ('cases', 'cases at a time', 'بیک وقت مقدمات', 'په یو وخت قضیې')) as u (c, en, ur, ps);

create table service_capacity (
  service_id  uuid not null references service on delete cascade,
  unit        text not null references capacity_unit,
  available   integer not null check (available >= 0),
  maximum     integer check (maximum >= available),
  updated_at  timestamptz not null,
  primary key (service_id, unit)
);
comment on table service_capacity is 'HSDS service_capacity: how much room there is, and how much of it is free';
comment on column service_capacity.service_id is 'The service';
comment on column service_capacity.unit is 'What is counted';
comment on column service_capacity.available is 'Free';
comment on column service_capacity.maximum is 'In all; null when not told';
comment on column service_capacity.updated_at is 'When it was told';

create table taxonomy (
  id           uuid primary key,
  name         text not null,
  description  text not null,
  version      text not null
);
comment on table taxonomy is 'HSDS taxonomy; our own codes, as the usual human service taxonomy is licensed for pay';
comment on column taxonomy.id is 'The taxonomy';
comment on column taxonomy.name is 'Its code';
comment on column taxonomy.description is 'What it is';
comment on column taxonomy.version is 'Its version';
create table taxonomy_term (
  id           uuid primary key,
  taxonomy_id  uuid not null references taxonomy,
  code         text not null unique,
  name_en      text not null,
  name_ur      text not null,
  name_ps      text not null
);
comment on table taxonomy_term is 'HSDS taxonomy_term: kinds of service; working translations';
comment on column taxonomy_term.id is 'The term';
comment on column taxonomy_term.taxonomy_id is 'Its taxonomy';
comment on column taxonomy_term.code is 'What service.category holds';
comment on column taxonomy_term.name_en is 'Name in English';
comment on column taxonomy_term.name_ur is 'Name in Urdu';
comment on column taxonomy_term.name_ps is 'Name in Pashto';
insert into taxonomy values (cast(md5('taxonomy:service-type') as uuid), 'service-type', 'Kinds of service a child protection unit refers to', '1');
insert into taxonomy_term select cast(md5('term:' || code) as uuid), cast(md5('taxonomy:service-type') as uuid), code, en, ur, ps from (values
  ('legal-aid', 'Legal aid', 'قانونی امداد', 'حقوقي مرسته'),
  ('police', 'Police protection', 'پولیس تحفظ', 'د پولیسو ساتنه'),
  ('court', 'Child protection court', 'عدالت برائے تحفظ اطفال', 'د ماشومانو د ساتنې محکمه'),
  ('health', 'Medical care', 'طبی علاج', 'روغتیايي پاملرنه'),
  ('shelter', 'Shelter and residential care', 'پناہ گاہ', 'سرپناه'),
  ('education', 'Schooling', 'تعلیم', 'زده کړه'),
  ('registration', 'Birth and identity registration', 'پیدائش اور شناخت کا اندراج', 'د زېږون او پېژندنې ثبت'),
  ('psychosocial', 'Psychosocial support', 'نفسیاتی و سماجی مدد', 'رواني ټولنيز ملاتړ'),
  ('helpline', 'Helpline', 'ہیلپ لائن', 'د مرستې کرښه'),
  ('rehabilitation', 'Drug rehabilitation', 'نشے سے بحالی', 'له نشې بیارغونه'),
  ('livelihood', 'Cash and livelihood', 'مالی مدد اور روزگار', 'مالي مرسته او روزگار'),
  ('tracing', 'Tracing and reunification', 'تلاش اور ملاپ', 'لټون او یوځای کول'),
  ('other', 'Other', 'دیگر', 'نور')) as t (code, en, ur, ps);
create index taxonomy_term_by_taxonomy on taxonomy_term (taxonomy_id, name_en);

create table directory_policy (
  code        text not null,
  days        integer not null check (days > 0),
  valid_from  date not null,
  valid_to    date,
  source      text not null,
  primary key (code, valid_from)
);
comment on table directory_policy is 'Terms of the directory, with validity';
comment on column directory_policy.code is 'assurance: an entry not verified for longer is warned about';
comment on column directory_policy.days is 'Days';
comment on column directory_policy.valid_from is 'First day';
comment on column directory_policy.valid_to is 'First day it holds no more; null while it holds';
comment on column directory_policy.source is 'Who laid it down';
insert into directory_policy values ('assurance', 90, '2010-01-01', null, 'proposed default; to be confirmed by KPCPWC');

create table capacity_question (
  id              uuid primary key,
  service_id      uuid not null references service,
  agency_id       uuid not null,
  unit_id         uuid not null,
  asked_by        uuid not null,
  needed_from     date not null,
  urgency         text not null check (urgency in ('high', 'medium', 'low')),
  asked_at        timestamptz not null,
  answer          text check (answer in ('has-capacity', 'no-capacity', 'to-assess')),
  available_from  date,
  answered_at     timestamptz,
  answered_by     text,
  version         bigint not null default 0,
  constraint answered_at_some_time check ((answer is null) = (answered_at is null))
);
comment on table capacity_question is 'Is there room? Asked before a referral, with nothing about the child: there is no column for it (SDOH Clinical Care capacity check)';
comment on column capacity_question.id is 'UUIDv7';
comment on column capacity_question.service_id is 'The service asked about';
comment on column capacity_question.agency_id is 'Who answers';
comment on column capacity_question.unit_id is 'The unit that asks; the agency does not see it';
comment on column capacity_question.asked_by is 'Staff id of who asks; the agency does not see it';
comment on column capacity_question.needed_from is 'From which day';
comment on column capacity_question.urgency is 'high, medium or low';
comment on column capacity_question.asked_at is 'When it was asked';
comment on column capacity_question.answer is 'has-capacity, no-capacity or to-assess; null while open';
comment on column capacity_question.available_from is 'From when there would be room';
comment on column capacity_question.answered_at is 'When it was answered';
comment on column capacity_question.answered_by is 'Subject of the agency''s token';
comment on column capacity_question.version is 'Entity tag';
create index capacity_question_by_unit on capacity_question (unit_id, asked_at desc, id desc);
create index capacity_question_by_agency on capacity_question (agency_id, asked_at desc, id desc);

create table service_gap (
  id             uuid primary key,
  unit_id        uuid not null,
  recorded_by    uuid not null,
  category       text not null references taxonomy_term (code),
  district_code  text not null,
  service_id     uuid references service,
  reason         text not null check (reason in ('no-service', 'no-capacity', 'not-for-this-child', 'too-far', 'cost', 'not-accessible', 'refused')),
  happened_at    timestamptz not null,
  recorded_at    timestamptz not null
);
comment on table service_gap is 'A service that was needed and could not be had; of no case and no child';
comment on column service_gap.id is 'UUIDv7';
comment on column service_gap.unit_id is 'The unit that needed it';
comment on column service_gap.recorded_by is 'Staff id';
comment on column service_gap.category is 'Kind of service';
comment on column service_gap.district_code is 'District it was needed in';
comment on column service_gap.service_id is 'The one that was tried; null when there is none';
comment on column service_gap.reason is 'Why it could not be had';
comment on column service_gap.happened_at is 'When it showed';
comment on column service_gap.recorded_at is 'When the platform recorded it';
create index service_gap_by_unit on service_gap (unit_id, happened_at desc, id desc);
create index service_gap_by_time on service_gap (happened_at desc, id desc);

-- Who keeps an entry: the consumer of events, the Commission's administration, and an agency its own.
create function keeps_directory_of(organization uuid) returns boolean language sql stable as $$
  select current_setting('app.system', true) = 'on'
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ','))
      or organization = nullif(current_setting('app.agency_id', true), '')::uuid
$$;
alter table organization enable row level security;
create policy everybody_reads on organization for select to ${app} using (true);
create policy keepers_add on organization for insert to ${app} with check (keeps_directory_of(id));
create policy keepers_change on organization for update to ${app} using (keeps_directory_of(id));
alter table service enable row level security;
create policy everybody_reads on service for select to ${app} using (true);
create policy keepers_add on service for insert to ${app} with check (keeps_directory_of(organization_id));
create policy keepers_change on service for update to ${app} using (keeps_directory_of(organization_id));
alter table location enable row level security;
create policy everybody_reads on location for select to ${app} using (true);
create policy keepers_keep on location to ${app} using (keeps_directory_of(null));
alter table service_area enable row level security;
create policy everybody_reads on service_area for select to ${app} using (true);
create policy keepers_keep on service_area to ${app}
  using (exists (select 1 from service s where s.id = service_id and keeps_directory_of(s.organization_id)));
alter table service_at_location enable row level security;
create policy everybody_reads on service_at_location for select to ${app} using (true);
create policy keepers_keep on service_at_location to ${app}
  using (exists (select 1 from service s where s.id = service_id and keeps_directory_of(s.organization_id)));
alter table schedule enable row level security;
create policy everybody_reads on schedule for select to ${app} using (true);
create policy keepers_keep on schedule to ${app}
  using (exists (select 1 from service s where s.id = service_id and keeps_directory_of(s.organization_id)));
alter table service_capacity enable row level security;
create policy everybody_reads on service_capacity for select to ${app} using (true);
create policy keepers_keep on service_capacity to ${app}
  using (exists (select 1 from service s where s.id = service_id and keeps_directory_of(s.organization_id)));

alter table capacity_question enable row level security;
create policy unit_reads on capacity_question for select to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid);
create policy agency_reads on capacity_question for select to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
create policy unit_asks on capacity_question for insert to ${app}
  with check (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and asked_by = nullif(current_setting('app.staff_id', true), '')::uuid and answer is null);
create policy agency_answers on capacity_question for update to ${app}
  using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
alter table service_gap enable row level security;
create policy unit_or_administration_reads on service_gap for select to ${app}
  using (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      or 'commission-admin' = any (string_to_array(current_setting('app.roles', true), ',')));
create policy unit_records on service_gap for insert to ${app}
  with check (unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
          and recorded_by = nullif(current_setting('app.staff_id', true), '')::uuid);

grant select, insert, update on location to ${app};
grant select, insert, delete on service_at_location, schedule, service_capacity to ${app};
grant select on capacity_unit, taxonomy, taxonomy_term, directory_policy to ${app};
grant select, insert on capacity_question, service_gap to ${app};
grant update (answer, available_from, answered_at, answered_by, version) on capacity_question to ${app};
