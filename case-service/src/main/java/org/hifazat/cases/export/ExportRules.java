package org.hifazat.cases.export;

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

/** What leaves the platform is taken by those who answer for the case, and by nobody else. */
@ApplicationScoped
public class ExportRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.EXPORT_CASE,
        Rule.allow(SOCIAL_WORKER, OWN).and(PROTECTION_OFFICER, OWN).and(SUPERVISOR, OWN, SAME_UNIT),
        CaseOperation.EXPORT_NOTES_KEPT_APART,
        Rule.allow(SUPERVISOR, OWN, SAME_UNIT),
        CaseOperation.EXPORT_LIST,
        Reach.UNIT_STAFF);
  }
}
