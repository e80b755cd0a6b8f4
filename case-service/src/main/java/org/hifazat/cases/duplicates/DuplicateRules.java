package org.hifazat.cases.duplicates;

import static org.hifazat.cases.access.Role.PROTECTION_OFFICER;
import static org.hifazat.cases.access.Role.SOCIAL_WORKER;
import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.platform.security.Rule;

/** Who looks at duplicates: who has one of the two cases, and the supervisors of its unit. */
@ApplicationScoped
public class DuplicateRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule ownPairs =
        Rule.allow(SOCIAL_WORKER, OWN).and(PROTECTION_OFFICER, OWN).and(SUPERVISOR, OWN, SAME_UNIT);
    return Map.of(
        CaseOperation.LIST_DUPLICATES, Reach.UNIT_STAFF,
        CaseOperation.VIEW_DUPLICATE, ownPairs,
        CaseOperation.DECIDE_DUPLICATE, ownPairs,
        CaseOperation.PROPOSE_MERGE, ownPairs,
        CaseOperation.CONFIRM_MERGE, Reach.SUPERVISORS_CASES,
        CaseOperation.TURN_DOWN_MERGE, ownPairs,
        CaseOperation.UNDO_MERGE, Reach.SUPERVISORS_CASES);
  }
}
