package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may search for children. */
@ApplicationScoped
public class SearchRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(CaseOperation.SEARCH_CHILDREN, Reach.UNIT_STAFF);
  }
}
