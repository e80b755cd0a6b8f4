package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/**
 * Plans, contacts, services, reviews and conferences belong to whoever carries the case, and to the
 * unit's supervisor. Who approves a plan is the approvals' rule.
 */
@ApplicationScoped
public class CaseworkRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Stream.of(
            CaseOperation.VIEW_CASEWORK,
            CaseOperation.CHANGE_CASE_PLAN,
            CaseOperation.RECORD_GOAL_PROGRESS,
            CaseOperation.MAKE_SAFETY_PLAN,
            CaseOperation.RECORD_SERVICE_GIVEN,
            CaseOperation.PLAN_FOLLOW_UP,
            CaseOperation.RECORD_FOLLOW_UP,
            CaseOperation.RECORD_CASE_REVIEW,
            CaseOperation.PLAN_CASE_CONFERENCE,
            CaseOperation.RECORD_CASE_CONFERENCE)
        .collect(Collectors.toMap(operation -> operation, operation -> Reach.OWN_CASES));
  }
}
