package org.hifazat.cases.access;

import static org.hifazat.cases.access.Role.HELPLINE_OPERATOR;
import static org.hifazat.cases.access.Role.PROTECTION_OFFICER;
import static org.hifazat.cases.access.Role.PSYCHOLOGIST;
import static org.hifazat.cases.access.Role.SOCIAL_WORKER;
import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with reports, children and cases. What is not listed is refused: no role of the
 * Commission, no auditor and no partner stands here at all.
 */
@ApplicationScoped
public class CaseRules implements OperationRules<CaseOperation> {
  @Override
  public Class<CaseOperation> operations() {
    return CaseOperation.class;
  }

  @Override
  public Map<CaseOperation, Rule> rules() {
    Map<CaseOperation, Rule> rules = new EnumMap<>(CaseOperation.class);
    Rule unitStaff =
        Rule.allow(SOCIAL_WORKER, NONE).and(PROTECTION_OFFICER, NONE).and(SUPERVISOR, NONE);
    Rule reportsOfTheUnit =
        Rule.allow(SOCIAL_WORKER, OWN, SAME_UNIT)
            .and(PROTECTION_OFFICER, OWN, SAME_UNIT)
            .and(SUPERVISOR, OWN, SAME_UNIT);
    Rule ownCases =
        Rule.allow(SOCIAL_WORKER, OWN)
            .and(PROTECTION_OFFICER, OWN)
            .and(PSYCHOLOGIST, OWN)
            .and(SUPERVISOR, OWN, SAME_UNIT);
    rules.put(CaseOperation.RECORD_CONCERN_REPORT, unitStaff.and(HELPLINE_OPERATOR, NONE));
    rules.put(CaseOperation.LIST_CONCERN_REPORTS, unitStaff.and(HELPLINE_OPERATOR, NONE));
    rules.put(CaseOperation.VIEW_CONCERN_REPORT, reportsOfTheUnit.and(HELPLINE_OPERATOR, OWN));
    rules.put(
        CaseOperation.TRIAGE_CONCERN_REPORT,
        Rule.allow(SOCIAL_WORKER, SAME_UNIT)
            .and(PROTECTION_OFFICER, SAME_UNIT)
            .and(SUPERVISOR, SAME_UNIT));
    rules.put(CaseOperation.SEARCH_CHILDREN, unitStaff);
    rules.put(CaseOperation.LIST_CASES, unitStaff.and(PSYCHOLOGIST, NONE));
    rules.put(CaseOperation.VIEW_CASE, ownCases);
    rules.put(CaseOperation.RECORD_CONSENT, ownCases);
    rules.put(CaseOperation.LIST_OWN_TASKS, unitStaff.and(PSYCHOLOGIST, NONE));
    rules.put(CaseOperation.COMPLETE_TASK, ownCases);
    rules.put(
        CaseOperation.LIST_CODES, unitStaff.and(PSYCHOLOGIST, NONE).and(HELPLINE_OPERATOR, NONE));
    return rules;
  }
}
