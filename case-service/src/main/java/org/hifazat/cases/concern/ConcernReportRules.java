package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who may record, read and triage concern reports. */
@ApplicationScoped
public class ConcernReportRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule ofTheUnit =
        Rule.allow(Role.SOCIAL_WORKER, Relation.SAME_UNIT)
            .and(Role.PROTECTION_OFFICER, Relation.SAME_UNIT)
            .and(Role.SUPERVISOR, Relation.SAME_UNIT);
    return Map.of(
        CaseOperation.RECORD_CONCERN_REPORT,
        Reach.UNIT_STAFF.and(Role.HELPLINE_OPERATOR, Relation.NONE),
        CaseOperation.LIST_CONCERN_REPORTS,
        Reach.UNIT_STAFF.and(Role.HELPLINE_OPERATOR, Relation.NONE),
        CaseOperation.VIEW_CONCERN_REPORT,
        ofTheUnit
            .and(Role.SOCIAL_WORKER, Relation.OWN)
            .and(Role.PROTECTION_OFFICER, Relation.OWN)
            .and(Role.SUPERVISOR, Relation.OWN)
            .and(Role.HELPLINE_OPERATOR, Relation.OWN),
        CaseOperation.VIEW_PROTECTED_REPORTER,
        Rule.allow(Role.SUPERVISOR, Relation.SAME_UNIT),
        CaseOperation.TRIAGE_CONCERN_REPORT,
        ofTheUnit,
        CaseOperation.FOLLOW_UP_CONCERN_REPORT,
        ofTheUnit,
        CaseOperation.VIEW_CASE_REPORTS,
        Reach.OWN_CASES);
  }
}
