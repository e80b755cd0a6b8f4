package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who carries the case, and the unit's supervisor. */
@ApplicationScoped
public class MissingRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_MISSING, Reach.OWN_CASES, CaseOperation.RECORD_MISSING, Reach.OWN_CASES);
  }
}
