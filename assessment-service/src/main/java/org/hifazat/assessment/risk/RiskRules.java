package org.hifazat.assessment.risk;

import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Those who work on a case read how its risk came about; the supervisor of its unit does too. */
@ApplicationScoped
class RiskRules implements FeatureRules {

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        AssessmentOperation.VIEW_RISK_HISTORY,
        Rule.allow(Role.SOCIAL_WORKER, OWN)
            .and(Role.PROTECTION_OFFICER, OWN)
            .and(Role.PSYCHOLOGIST, OWN)
            .and(Role.SUPERVISOR, OWN, SAME_UNIT));
  }
}
