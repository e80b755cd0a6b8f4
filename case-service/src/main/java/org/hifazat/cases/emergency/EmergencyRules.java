package org.hifazat.cases.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who may be let in in an emergency, and who judges it. */
@ApplicationScoped
public class EmergencyRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.TAKE_EMERGENCY_ACCESS,
        Reach.CASE_STAFF,
        CaseOperation.LIST_EMERGENCY_ACCESSES,
        Reach.CASE_STAFF,
        CaseOperation.REVIEW_EMERGENCY_ACCESS,
        Rule.allow(Role.SUPERVISOR, Relation.SAME_UNIT));
  }
}
