package org.hifazat.cases.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who closes a case to the others. */
@ApplicationScoped
public class SealRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.SEAL_CASE,
        Reach.SUPERVISORS_CASES,
        CaseOperation.VIEW_SEAL,
        Reach.OWN_CASES,
        CaseOperation.LIST_SEALS,
        Rule.allow(Role.COMMISSION_ADMIN, Relation.NONE));
  }
}
