-- Not every instrument gives a level of risk: what each form calculates is its band.
alter table assessment alter column risk_level drop not null;
alter table assessment add column band text;
alter table assessment add column valid boolean not null default true;
-- The owner of the table is held to its policies too, and none lets anybody change an assessment.
alter table assessment no force row level security;
alter table assessment disable trigger assessment_never_changes;
update assessment set band = risk_level;
alter table assessment enable trigger assessment_never_changes;
alter table assessment force row level security;
alter table assessment alter column band set not null;
alter table assessment alter column valid drop default;
alter table assessment add constraint assessment_band_is_a_code check (band ~ '^[a-z0-9_-]{1,64}$');
alter table assessment drop constraint assessment_red_flag_means_high;
alter table assessment add constraint assessment_red_flag_means_high
  check (cardinality(red_flags) = 0 or risk_level is null or risk_level = 'high');
comment on column assessment.risk_level is 'The level of risk the server computed: high, medium or low; null when the instrument is for something else';
comment on column assessment.band is 'The band the form calculated; invalid when too much was left out to score it';
comment on column assessment.valid is 'Whether enough was answered for the score to mean anything';
