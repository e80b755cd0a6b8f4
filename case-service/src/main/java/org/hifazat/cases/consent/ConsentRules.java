package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who may record and read consents, and who may override them or countersign. */
@ApplicationScoped
public class ConsentRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.RECORD_CONSENT,
        Reach.OWN_CASES,
        CaseOperation.VIEW_CONSENTS,
        Reach.OWN_CASES,
        CaseOperation.OVERRIDE_CONSENT,
        Reach.OWN_CASES,
        CaseOperation.LIST_CONSENT_OVERRIDES,
        Rule.allow(Role.SUPERVISOR, Relation.NONE),
        CaseOperation.DECIDE_CONSENT_OVERRIDE,
        Reach.SUPERVISORS_CASES);
  }
}
