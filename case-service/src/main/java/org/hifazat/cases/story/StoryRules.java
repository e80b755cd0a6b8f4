package org.hifazat.cases.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** A case's story is read by who reads the case; some of its entries by fewer. */
@ApplicationScoped
public class StoryRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(CaseOperation.VIEW_TIMELINE, Reach.OWN_CASES);
  }
}
