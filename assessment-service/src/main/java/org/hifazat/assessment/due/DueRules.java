package org.hifazat.assessment.due;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/**
 * Those who work on a case see what is due in it; the supervisor of its unit may too. All of them
 * may know the policies; the Commission's administrators decide on them.
 */
@ApplicationScoped
class DueRules implements FeatureRules {

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    Rule commission = Rule.allow(Role.COMMISSION_ADMIN, NONE);
    return Map.of(
        AssessmentOperation.LIST_DUE_ASSESSMENTS,
        Rule.allow(Role.SOCIAL_WORKER, OWN)
            .and(Role.PROTECTION_OFFICER, OWN)
            .and(Role.PSYCHOLOGIST, OWN)
            .and(Role.SUPERVISOR, OWN, SAME_UNIT),
        AssessmentOperation.LIST_DUE_POLICIES,
        Rule.allow(Role.SOCIAL_WORKER, NONE)
            .and(Role.PROTECTION_OFFICER, NONE)
            .and(Role.PSYCHOLOGIST, NONE)
            .and(Role.SUPERVISOR, NONE)
            .and(Role.COMMISSION_ADMIN, NONE),
        AssessmentOperation.SET_DUE_POLICY,
        commission,
        AssessmentOperation.END_DUE_POLICY,
        commission);
  }
}
