package org.hifazat.cases.caserequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Whoever may have cases asks for one; the supervisor of the case's unit answers. */
@ApplicationScoped
public class CaseRequestRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.ASK_FOR_CASE,
        Reach.UNIT_STAFF,
        CaseOperation.LIST_CASE_REQUESTS,
        Reach.UNIT_STAFF,
        CaseOperation.ANSWER_CASE_REQUEST,
        Reach.SUPERVISORS_CASES);
  }
}
