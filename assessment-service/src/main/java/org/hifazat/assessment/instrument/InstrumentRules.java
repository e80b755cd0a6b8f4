package org.hifazat.assessment.instrument;

import static org.hifazat.assessment.access.AssessmentOperation.LIST_INSTRUMENTS;
import static org.hifazat.assessment.access.AssessmentOperation.READ_INSTRUMENT_FORM;
import static org.hifazat.platform.security.Relation.NONE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** Instruments in use are no secret to those who assess, nor to the Commission's administrators. */
@ApplicationScoped
class InstrumentRules implements FeatureRules {

  private static final Rule WHO_ASSESSES_OR_PUBLISHES =
      Rule.allow(Role.SOCIAL_WORKER, NONE)
          .and(Role.PROTECTION_OFFICER, NONE)
          .and(Role.PSYCHOLOGIST, NONE)
          .and(Role.SUPERVISOR, NONE)
          .and(Role.COMMISSION_ADMIN, NONE);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return Map.of(
        LIST_INSTRUMENTS, WHO_ASSESSES_OR_PUBLISHES,
        READ_INSTRUMENT_FORM, WHO_ASSESSES_OR_PUBLISHES);
  }
}
