-- Other services that did not listen to order-made before learn of the orders there are, as they stand.
insert into outbox (partition, topic, event_id, event_key, type, aggregate_type, aggregate_id, aggregate_version, occurred_at, payload)
select abs(hashtext(o.case_id::text) % 16), 'hifazat.cases.v1', gen_random_uuid(), o.case_id::text, 'org.hifazat.cases.order-changed.v1',
       'legal-order', o.id::text, o.version, o.recorded_at,
       convert_to(jsonb_strip_nulls(jsonb_build_object(
         'caseId', o.case_id, 'districtCode', f.district_code, 'unitId', f.unit_id, 'orderId', o.id, 'kind', o.kind,
         'madeBy', o.made_by, 'beginsOn', o.begins_on, 'endsOn', o.ends_on,
         'endedAt', to_char(o.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         'happenedAt', to_char(coalesce(o.ended_at, o.made_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text, 'UTF8')
  from legal_order o join case_file f on f.id = o.case_id;
