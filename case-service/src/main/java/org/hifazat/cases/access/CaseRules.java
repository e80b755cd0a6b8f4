package org.hifazat.cases.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with reports, children and cases, collected from the features. What is not listed
 * is refused: no role that watches caseloads reads a case, no auditor and no partner stands here.
 */
@ApplicationScoped
public class CaseRules implements OperationRules<CaseOperation> {
  private final Map<CaseOperation, Rule> rules = new EnumMap<>(CaseOperation.class);

  CaseRules(@All List<FeatureRules> features) {
    for (FeatureRules feature : features) {
      feature.rules().forEach(this::add);
    }
  }

  private void add(CaseOperation operation, Rule rule) {
    if (rules.putIfAbsent(operation, rule) != null) {
      throw new IllegalStateException(operation + " has two rules");
    }
  }

  @Override
  public Class<CaseOperation> operations() {
    return CaseOperation.class;
  }

  @Override
  public Map<CaseOperation, Rule> rules() {
    return rules;
  }
}
