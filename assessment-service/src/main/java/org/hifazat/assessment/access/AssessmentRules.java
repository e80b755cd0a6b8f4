package org.hifazat.assessment.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with instruments and assessments, collected from the features. What is not listed
 * is refused: the Commission's monitors see numbers only, and no partner stands here.
 */
@ApplicationScoped
public class AssessmentRules implements OperationRules<AssessmentOperation> {

  private final Map<AssessmentOperation, Rule> rules = new EnumMap<>(AssessmentOperation.class);

  AssessmentRules(@All List<FeatureRules> features) {
    for (FeatureRules feature : features) {
      feature.rules().forEach(this::add);
    }
  }

  private void add(AssessmentOperation operation, Rule rule) {
    if (rules.putIfAbsent(operation, rule) != null) {
      throw new IllegalStateException(operation + " has two rules");
    }
  }

  @Override
  public Class<AssessmentOperation> operations() {
    return AssessmentOperation.class;
  }

  @Override
  public Map<AssessmentOperation, Rule> rules() {
    return rules;
  }
}
