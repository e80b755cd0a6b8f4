-- Whose word a consent is: the person, or the order it rests on, and why it was spoken where it should be in writing.
alter table consent
  add column person_id   uuid references case_person,
  add column order_id    uuid references legal_order,
  add column transfer_id uuid references case_transfer,
  add column oral_reason text check (oral_reason in ('by-telephone', 'paper-unsafe', 'cannot-write'));
comment on column consent.person_id is 'The person of the case whose word it is; null for the child and for a court. Those from before this column name nobody';
comment on column consent.order_id is 'The order in force that a court''s word rests on';
comment on column consent.transfer_id is 'The transfer to a body outside the platform that handing the file over is consented to';
comment on column consent.oral_reason is 'Why it was spoken although at this age it is given in writing';
comment on column consent.without_caregiver is 'Why no caregiver decides: of a child of 12 to 17 who decides alone, with due weight to maturity, and of another adult who stands in; null where a caregiver decides';
-- Not asked of rows from before; a withdrawal is never held up by who brings it.
alter table consent
  add constraint adult_is_named check (decision = 'withdrawn' or given_by not in ('caregiver', 'other-trusted-adult') or person_id is not null) not valid,
  add constraint court_has_an_order check (decision = 'withdrawn' or given_by <> 'court' or order_id is not null) not valid,
  add constraint handing_over_names_a_transfer check ((purpose = 'hand-over') = (transfer_id is not null));
create index consent_by_order on consent (order_id) where order_id is not null;
create index consent_by_person on consent (person_id) where person_id is not null;

alter table case_transfer add column end_code text check (end_code in ('consent-ended'));
comment on column case_transfer.end_code is 'Why the platform stopped it; null where a person ended it';

insert into deadline_policy (id, task_kind, risk_level, hours, valid_from, valid_to, source) values
  ('01900000-0000-7000-8000-000000001806', 'casework-consent-ended', null, 24, '2010-01-01', null, 'whoever withdraws hears within a day what follows; a proposal, to be confirmed by KPCPWC');
insert into code_entry (list, code, name_en, name_ur, name_ps, position, valid_from) values
  ('transfer-override', 'statutory-duty', 'The law requires it', 'قانون کا تقاضا ہے', 'قانون یې غوښتنه کوي', 5, '2010-01-01');
