package org.hifazat.assessment.draft;

import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Whoever works on the case goes on with what was begun; the supervisor of its unit may too. */
@ApplicationScoped
class DraftRules implements FeatureRules {

  private static final Rule OF_THE_CASE =
      Rule.allow(Role.SOCIAL_WORKER, OWN)
          .and(Role.PROTECTION_OFFICER, OWN)
          .and(Role.PSYCHOLOGIST, OWN)
          .and(Role.SUPERVISOR, OWN, SAME_UNIT);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        AssessmentOperation.START_DRAFT, OF_THE_CASE,
        AssessmentOperation.LIST_DRAFTS, OF_THE_CASE,
        AssessmentOperation.READ_DRAFT, OF_THE_CASE,
        AssessmentOperation.SAVE_DRAFT, OF_THE_CASE,
        AssessmentOperation.COMPLETE_DRAFT, OF_THE_CASE,
        AssessmentOperation.DISCARD_DRAFT, OF_THE_CASE);
  }
}
