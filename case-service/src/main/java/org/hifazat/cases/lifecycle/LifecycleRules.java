package org.hifazat.cases.lifecycle;

import static org.hifazat.cases.access.Role.PROTECTION_OFFICER;
import static org.hifazat.cases.access.Role.SOCIAL_WORKER;
import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who takes steps, who asks and who answers. A psychologist reads where the case stands. */
@ApplicationScoped
class LifecycleRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule caseWorkers =
        Rule.allow(SOCIAL_WORKER, OWN).and(PROTECTION_OFFICER, OWN).and(SUPERVISOR, OWN, SAME_UNIT);
    Map<CaseOperation, Rule> rules = new EnumMap<>(CaseOperation.class);
    rules.put(CaseOperation.VIEW_STANDING, Reach.OWN_CASES);
    rules.put(CaseOperation.VIEW_APPROVALS, Reach.OWN_CASES);
    rules.put(CaseOperation.TAKE_STEP, caseWorkers);
    rules.put(CaseOperation.PROPOSE_CLOSURE, caseWorkers);
    rules.put(CaseOperation.REOPEN_CASE, caseWorkers);
    rules.put(CaseOperation.VIEW_RISK, Reach.OWN_CASES);
    rules.put(CaseOperation.LOWER_RISK, Reach.SUPERVISORS_CASES);
    rules.put(CaseOperation.REQUEST_APPROVAL, caseWorkers);
    rules.put(CaseOperation.LIST_APPROVALS, Rule.allow(SUPERVISOR, NONE));
    rules.put(CaseOperation.DECIDE_APPROVAL, Reach.SUPERVISORS_CASES);
    return rules;
  }
}
