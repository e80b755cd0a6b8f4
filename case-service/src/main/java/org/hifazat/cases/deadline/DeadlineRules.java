package org.hifazat.cases.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/**
 * Who may see and set deadlines and holidays: staff read them, the Commission's admin sets them.
 */
@ApplicationScoped
public class DeadlineRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule admin = Rule.allow(Role.COMMISSION_ADMIN, Relation.NONE);
    Rule readers = Reach.CASE_STAFF.and(Role.COMMISSION_ADMIN, Relation.NONE);
    return Map.of(
        CaseOperation.LIST_DEADLINE_POLICIES,
        readers,
        CaseOperation.SET_DEADLINE_POLICY,
        admin,
        CaseOperation.LIST_HOLIDAYS,
        readers,
        CaseOperation.SET_HOLIDAY,
        admin);
  }
}
