package org.hifazat.cases.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may say that a child is alone, and look for the family. */
@ApplicationScoped
public class TracingRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_TRACING, Reach.OWN_CASES, CaseOperation.RECORD_TRACING, Reach.OWN_CASES);
  }
}
