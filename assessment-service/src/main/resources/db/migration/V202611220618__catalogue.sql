-- The catalogue: a version of an instrument is drafted, checked, published and retired here.
alter table instrument_version
  add column state             text not null default 'published'
    check (state in ('awaiting-wording', 'draft', 'checked', 'published', 'retired')),
  add column origin            text not null default 'shipped' check (origin in ('shipped', 'uploaded')),
  add column form              text,
  add column descriptor        text,
  add column golden            text,
  add column structure         text,
  add column wording_source    text,
  add column browser_results   text,
  add column recorded_at       timestamptz,
  add column recorded_by       uuid,
  add column checked_at        timestamptz,
  add column published_by      uuid,
  add column retired_at        timestamptz,
  add column retired_by        uuid,
  add column retirement_reason text,
  add column row_version       bigint not null default 0;
update instrument_version set recorded_at = published_at;
alter table instrument_version
  alter column recorded_at set not null,
  alter column published_at drop not null,
  alter column state drop default,
  alter column origin drop default,
  add constraint instrument_version_has_its_times check (
    (state in ('published', 'retired')) = (published_at is not null)
    and (state = 'retired') = (retired_at is not null and retired_by is not null and retirement_reason is not null)),
  add constraint instrument_version_is_whole check (num_nulls(form, descriptor, golden) in (0, 3));
comment on table instrument_version is 'Versions of instruments; one that was published never changes again but to be retired';
comment on column instrument_version.form_sha256 is 'SHA-256 of the form, hexadecimal';
comment on column instrument_version.published_at is 'When it was put into use; null before';
comment on column instrument_version.state is 'awaiting-wording, draft, checked, published or retired';
comment on column instrument_version.origin is 'shipped with the service or uploaded by the Commission';
comment on column instrument_version.form is 'The XForm; null until the first start that keeps forms here';
comment on column instrument_version.descriptor is 'instrument.json: for whom, by whom, on what terms, which nodes are the result';
comment on column instrument_version.golden is 'golden.json: answers and what every engine must make of them';
comment on column instrument_version.structure is 'The form before a licence holder''s wording was put into it; null when none was';
comment on column instrument_version.wording_source is 'Where the wording came from, as the organisation says';
comment on column instrument_version.browser_results is 'What the browser''s engine made of the golden sets when it was checked';
comment on column instrument_version.recorded_at is 'When it came into the catalogue';
comment on column instrument_version.recorded_by is 'Staff id of who uploaded it; null when shipped';
comment on column instrument_version.checked_at is 'When it was last checked';
comment on column instrument_version.published_by is 'Staff id of who published it; null when shipped';
comment on column instrument_version.retired_at is 'When it was taken out of use';
comment on column instrument_version.retired_by is 'Staff id of who retired it';
comment on column instrument_version.retirement_reason is 'Why';
comment on column instrument_version.row_version is 'Counts the changes, for entity tags';
-- the versions in use, in the order of their publication
create index instrument_version_in_use on instrument_version (published_at, instrument_id, version) where state = 'published';
grant update on instrument_version to ${app};

create function instrument_version_stays() returns trigger language plpgsql as $$
begin
  if old.state in ('published', 'retired') and (
       (old.form is not null and (new.form is distinct from old.form or new.descriptor is distinct from old.descriptor
         or new.golden is distinct from old.golden))
       or new.form_sha256 <> old.form_sha256
       or new.published_at is distinct from old.published_at or new.published_by is distinct from old.published_by
       or (old.state = 'retired' and to_jsonb(new) - 'row_version' <> to_jsonb(old) - 'row_version')
       or new.state not in ('published', 'retired')) then
    raise exception 'a published instrument never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger instrument_version_stays before update on instrument_version
  for each row execute function instrument_version_stays();

create table terms_acceptance (
  id            uuid primary key,
  instrument_id text not null,
  version       text not null,
  terms_sha256  text not null check (terms_sha256 ~ '^[0-9a-f]{64}$'),
  organisation  text not null,
  accepted_by   uuid not null,
  accepted_at   timestamptz not null,
  foreign key (instrument_id, version) references instrument_version,
  unique (instrument_id, version, terms_sha256)
);
comment on table terms_acceptance is 'Which licence''s terms were accepted, for whom and by whom; kept for ever';
comment on column terms_acceptance.id is 'UUIDv7';
comment on column terms_acceptance.instrument_id is 'Which instrument';
comment on column terms_acceptance.version is 'Which version of it';
comment on column terms_acceptance.terms_sha256 is 'SHA-256 of the terms as they were shown, in all three languages';
comment on column terms_acceptance.organisation is 'For whom they were accepted';
comment on column terms_acceptance.accepted_by is 'Staff id of who accepted them';
comment on column terms_acceptance.accepted_at is 'When';
grant select, insert on terms_acceptance to ${app};
