package org.hifazat.cases.takeover;

import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.NONE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.platform.security.Rule;

/** A unit's register is taken over by its supervisor; the Commission's admins never see a name. */
@ApplicationScoped
public class TakeoverRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule supervisors = Rule.allow(SUPERVISOR, NONE);
    return Map.of(CaseOperation.IMPORT_CASES, supervisors, CaseOperation.VIEW_IMPORTS, supervisors);
  }
}
