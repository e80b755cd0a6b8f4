package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may record consents. */
@ApplicationScoped
public class ConsentRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(CaseOperation.RECORD_CONSENT, Reach.OWN_CASES);
  }
}
