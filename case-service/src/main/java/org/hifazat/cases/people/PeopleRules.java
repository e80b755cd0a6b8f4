package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who may read and change whom a child lives with, trusts or fears. */
@ApplicationScoped
public class PeopleRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_PEOPLE, Reach.OWN_CASES, CaseOperation.CHANGE_PEOPLE, Reach.OWN_CASES);
  }
}
