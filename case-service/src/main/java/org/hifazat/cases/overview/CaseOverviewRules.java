package org.hifazat.cases.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may list and read cases. */
@ApplicationScoped
public class CaseOverviewRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.LIST_CASES, Reach.CASE_STAFF, CaseOperation.VIEW_CASE, Reach.OWN_CASES);
  }
}
