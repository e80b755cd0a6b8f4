-- How a case's risk came about is read page by page, the newest first; of one time by the assessment.
create index risk_change_in_order on risk_change (case_id, set_at desc, assessment_id desc);
drop index risk_change_by_case;
create index risk_lowering_in_order on risk_lowering (case_id, happened_at desc, assessment_id desc);
drop index risk_lowering_by_case;
