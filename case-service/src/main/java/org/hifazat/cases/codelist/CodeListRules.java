package org.hifazat.cases.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who may read the code lists, and who lays them down. */
@ApplicationScoped
public class CodeListRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    Rule keepers = Rule.allow(Role.COMMISSION_ADMIN, Relation.NONE);
    Rule readers = Reach.STAFF_AND_HELPLINE.and(Role.COMMISSION_ADMIN, Relation.NONE);
    return Map.of(CaseOperation.LIST_CODES, readers, CaseOperation.KEEP_CODES, keepers);
  }
}
