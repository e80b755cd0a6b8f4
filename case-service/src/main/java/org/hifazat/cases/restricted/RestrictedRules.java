package org.hifazat.cases.restricted;

import static org.hifazat.cases.access.Role.PROTECTION_OFFICER;
import static org.hifazat.cases.access.Role.SOCIAL_WORKER;
import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.platform.security.Rule;

/** Fewer than those who read the case: who gets papers or protection for the child. */
@ApplicationScoped
public class RestrictedRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule few =
        Rule.allow(SOCIAL_WORKER, OWN).and(PROTECTION_OFFICER, OWN).and(SUPERVISOR, OWN, SAME_UNIT);
    return Map.of(CaseOperation.VIEW_NATIONALITY, few, CaseOperation.RECORD_NATIONALITY, few);
  }
}
