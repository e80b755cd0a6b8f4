package org.hifazat.cases.particulars;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may read and change what is known of a child. */
@ApplicationScoped
public class ParticularsRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_CHILD, Reach.OWN_CASES, CaseOperation.CHANGE_CHILD, Reach.OWN_CASES);
  }
}
