-- Services that were needed and could not be had, as the referral service tells: of no case and no child.
create table gap_fact (
  gap_id            uuid primary key,
  district_code     text not null,
  service_category  text not null,
  reason            text not null,
  happened_at       timestamptz not null
);
create index gap_fact_by_time on gap_fact (happened_at);
comment on table gap_fact is 'One row per gap: what was missing where';
comment on column gap_fact.gap_id is 'The gap';
comment on column gap_fact.district_code is 'District it was needed in';
comment on column gap_fact.service_category is 'Kind of service';
comment on column gap_fact.reason is 'Why it could not be had, by code';
comment on column gap_fact.happened_at is 'When it showed: counted by this';
grant select, insert on gap_fact to ${app};
