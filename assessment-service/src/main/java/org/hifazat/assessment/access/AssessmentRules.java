package org.hifazat.assessment.access;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/**
 * Those who work on a case assess it; the supervisor of its unit may too. Instruments are no secret
 * to them, nor to the Commission's administrators who publish them. Nobody else: the Commission's
 * monitors see numbers only.
 */
@ApplicationScoped
public class AssessmentRules implements OperationRules<AssessmentOperation> {

  private static final Rule OF_THE_CASE =
      Rule.allow(Role.SOCIAL_WORKER, OWN)
          .and(Role.PROTECTION_OFFICER, OWN)
          .and(Role.PSYCHOLOGIST, OWN)
          .and(Role.SUPERVISOR, OWN, SAME_UNIT);

  private static final Rule INSTRUMENTS =
      Rule.allow(Role.SOCIAL_WORKER, NONE)
          .and(Role.PROTECTION_OFFICER, NONE)
          .and(Role.PSYCHOLOGIST, NONE)
          .and(Role.SUPERVISOR, NONE)
          .and(Role.COMMISSION_ADMIN, NONE);

  @Override
  public Class<AssessmentOperation> operations() {
    return AssessmentOperation.class;
  }

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    Map<AssessmentOperation, Rule> rules = new EnumMap<>(AssessmentOperation.class);
    for (AssessmentOperation operation : AssessmentOperation.values()) {
      rules.put(
          operation,
          switch (operation) {
            case LIST_INSTRUMENTS, READ_INSTRUMENT_FORM -> INSTRUMENTS;
            case CONDUCT_ASSESSMENT, LIST_ASSESSMENTS, READ_ASSESSMENT, READ_ASSESSMENT_ANSWERS ->
                OF_THE_CASE;
          });
    }
    return rules;
  }
}
