-- What was released and is found to tell of harm is taken back: the agency reads it no more, and it is never released again.
alter table service_feedback
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  drop constraint released_as_agreed,
  add constraint released_as_agreed check (released_at is null or withdrawn_at is not null or (agency_may_know and not concern)),
  add constraint only_released_is_withdrawn check (withdrawn_at is null or released_at is not null),
  add constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null));
comment on column service_feedback.released_at is 'Since when the agency reads it; stays when it was taken back';
comment on column service_feedback.withdrawn_at is 'Since when the agency reads it no more';
comment on column service_feedback.withdrawn_by is 'Staff id of who took it back';
comment on column service_feedback.concern is 'It says that somebody was harmed or badly treated there: never released; also found out later, when it is taken back';
grant update (withdrawn_at, withdrawn_by, concern) on service_feedback to ${app};
alter policy agency_reads on service_feedback
  using (released_at is not null and withdrawn_at is null and exists (
    select 1 from referral r where r.id = service_feedback.referral_id and r.packet_closed_at is null
       and r.status <> 'entered-in-error'
       and r.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid));
