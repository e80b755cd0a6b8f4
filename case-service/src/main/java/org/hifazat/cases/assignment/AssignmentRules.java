package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who says whose case it is. */
@ApplicationScoped
public class AssignmentRules implements FeatureRules {
  private static final Rule SUPERVISORS = Rule.allow(Role.SUPERVISOR, Relation.NONE);

  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.ASSIGN_CASE,
        Reach.SUPERVISORS_CASES,
        CaseOperation.ASSIGN_MANY_CASES,
        SUPERVISORS,
        CaseOperation.VIEW_ASSIGNMENTS,
        Reach.OWN_CASES,
        CaseOperation.CHANGE_MEMBERS,
        Reach.SUPERVISORS_CASES,
        CaseOperation.LIST_UNASSIGNED_CASES,
        SUPERVISORS,
        CaseOperation.VIEW_CASELOADS,
        SUPERVISORS,
        CaseOperation.REQUEST_CASELOAD_EXCEPTION,
        SUPERVISORS,
        CaseOperation.LIST_CASELOAD_EXCEPTIONS,
        SUPERVISORS.and(Role.COMMISSION_ADMIN, Relation.NONE),
        CaseOperation.DECIDE_CASELOAD_EXCEPTION,
        Rule.allow(Role.COMMISSION_ADMIN, Relation.NONE));
  }
}
