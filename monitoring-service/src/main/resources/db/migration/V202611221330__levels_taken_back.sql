-- A level that came with a merge goes when the merge is undone: the case counts as not assessed again.
alter table risk_fact drop constraint risk_fact_level_check;
alter table risk_fact add constraint risk_fact_level_check
  check (level in ('high', 'medium', 'low', 'none', 'not-assessed'));
comment on column risk_fact.level is 'Level from then on; none: assessed, and no deadline follows; not-assessed: it had one from a merge that was undone';
