package org.hifazat.assessment.openrosa;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Whoever assesses may do it with a device of their own; a supervisor may take one away. */
@ApplicationScoped
class OpenRosaRules implements FeatureRules {

  private static final Rule WHO_ASSESSES =
      Rule.allow(Role.SOCIAL_WORKER, NONE)
          .and(Role.PROTECTION_OFFICER, NONE)
          .and(Role.PSYCHOLOGIST, NONE)
          .and(Role.SUPERVISOR, NONE);

  private static final Rule OWN_DEVICE =
      Rule.allow(Role.SOCIAL_WORKER, OWN)
          .and(Role.PROTECTION_OFFICER, OWN)
          .and(Role.PSYCHOLOGIST, OWN)
          .and(Role.SUPERVISOR, OWN, SAME_UNIT);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        AssessmentOperation.LIST_DEVICES, WHO_ASSESSES,
        AssessmentOperation.ENROL_DEVICE, WHO_ASSESSES,
        AssessmentOperation.REVOKE_DEVICE, OWN_DEVICE,
        AssessmentOperation.FETCH_COLLECT_FORMS, WHO_ASSESSES,
        // Which cases, the rule of conducting says.
        AssessmentOperation.SUBMIT_COLLECTED, OWN_DEVICE);
  }
}
