package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who may see and complete tasks. */
@ApplicationScoped
public class TaskRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.LIST_OWN_TASKS,
        Reach.CASE_STAFF,
        CaseOperation.VIEW_MY_DAY,
        Reach.CASE_STAFF,
        CaseOperation.COMPLETE_TASK,
        Reach.OWN_CASES,
        CaseOperation.REASSIGN_TASK,
        Reach.SUPERVISORS_CASES,
        CaseOperation.LIST_UNIT_TASKS,
        Rule.allow(Role.SUPERVISOR, Relation.NONE));
  }
}
