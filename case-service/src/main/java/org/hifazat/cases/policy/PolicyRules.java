package org.hifazat.cases.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Staff read by what they are measured, the Commission's admin lays it down. */
@ApplicationScoped
public class PolicyRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.READ_CASE_POLICIES,
        Reach.CASE_STAFF.and(Role.COMMISSION_ADMIN, Relation.NONE),
        CaseOperation.KEEP_CASE_POLICIES,
        Rule.allow(Role.COMMISSION_ADMIN, Relation.NONE));
  }
}
