package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who carries the case, and the unit's supervisor. */
@ApplicationScoped
public class LegalRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_LEGAL, Reach.OWN_CASES, CaseOperation.RECORD_LEGAL, Reach.OWN_CASES);
  }
}
