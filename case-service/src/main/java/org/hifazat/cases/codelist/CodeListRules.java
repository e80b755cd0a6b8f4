package org.hifazat.cases.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may read the code lists. */
@ApplicationScoped
public class CodeListRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(CaseOperation.LIST_CODES, Reach.STAFF_AND_HELPLINE);
  }
}
