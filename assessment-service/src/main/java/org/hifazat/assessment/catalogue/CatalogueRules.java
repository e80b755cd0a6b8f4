package org.hifazat.assessment.catalogue;

import static org.hifazat.platform.security.Relation.NONE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.FeatureRules;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.security.Rule;

/** The Commission decides which instruments the province works with. */
@ApplicationScoped
class CatalogueRules implements FeatureRules {

  private static final Rule COMMISSION = Rule.allow(Role.COMMISSION_ADMIN, NONE);

  private static final Set<AssessmentOperation> OPERATIONS =
      Set.of(
          AssessmentOperation.LIST_CATALOGUE,
          AssessmentOperation.VIEW_CATALOGUE_VERSION,
          AssessmentOperation.DRAFT_INSTRUMENT,
          AssessmentOperation.CHANGE_INSTRUMENT_DRAFT,
          AssessmentOperation.CHECK_INSTRUMENT,
          AssessmentOperation.PUBLISH_INSTRUMENT,
          AssessmentOperation.RETIRE_INSTRUMENT,
          AssessmentOperation.ACCEPT_INSTRUMENT_TERMS,
          AssessmentOperation.LOAD_INSTRUMENT_WORDING);

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    Map<AssessmentOperation, Rule> rules = new EnumMap<>(AssessmentOperation.class);
    OPERATIONS.forEach(operation -> rules.put(operation, COMMISSION));
    return rules;
  }
}
