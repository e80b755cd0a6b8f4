package org.hifazat.assessment.response;

import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Those who work on a case see what is offered and take it; the supervisor of its unit may too. */
@ApplicationScoped
class ResponseRules implements FeatureRules {

  private static final Rule OF_THE_CASE =
      Rule.allow(Role.SOCIAL_WORKER, OWN)
          .and(Role.PROTECTION_OFFICER, OWN)
          .and(Role.PSYCHOLOGIST, OWN)
          .and(Role.SUPERVISOR, OWN, SAME_UNIT);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        AssessmentOperation.LIST_RESPONSES, OF_THE_CASE,
        AssessmentOperation.TAKE_RESPONSE, OF_THE_CASE);
  }
}
