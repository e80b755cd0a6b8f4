package org.hifazat.assessment.completed;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Those who work on a case assess it; the supervisor of its unit may too. Nobody else. */
@ApplicationScoped
class ConductingRules implements FeatureRules {

  private static final Rule OF_THE_CASE =
      Rule.allow(Role.SOCIAL_WORKER, OWN)
          .and(Role.PROTECTION_OFFICER, OWN)
          .and(Role.PSYCHOLOGIST, OWN)
          .and(Role.SUPERVISOR, OWN, SAME_UNIT);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        AssessmentOperation.CONDUCT_ASSESSMENT, OF_THE_CASE,
        AssessmentOperation.LIST_ASSESSMENTS, OF_THE_CASE,
        AssessmentOperation.READ_ASSESSMENT, OF_THE_CASE,
        AssessmentOperation.READ_ASSESSMENT_ANSWERS, OF_THE_CASE,
        AssessmentOperation.AMEND_ASSESSMENT, OF_THE_CASE,
        AssessmentOperation.LIST_PSYCHOLOGISTS, OF_THE_CASE,
        AssessmentOperation.COUNTERSIGN_ASSESSMENT, Rule.allow(Role.PSYCHOLOGIST, OWN),
        AssessmentOperation.LIST_COUNTERSIGNATURES, Rule.allow(Role.PSYCHOLOGIST, NONE));
  }
}
