package org.hifazat.cases.kinship;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may see and say that the children of two cases belong together. */
@ApplicationScoped
public class KinshipRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_CASE_LINKS, Reach.OWN_CASES, CaseOperation.LINK_CASES, Reach.OWN_CASES);
  }
}
