package org.hifazat.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who carries the case adds and reads documents; clinical ones a psychologist alone adds. */
@ApplicationScoped
public class DocumentRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_DOCUMENTS,
        Reach.OWN_CASES,
        CaseOperation.ADD_DOCUMENT,
        Reach.OWN_CASES,
        CaseOperation.REMOVE_DOCUMENT,
        Rule.allow(Role.SUPERVISOR, Relation.OWN, Relation.SAME_UNIT),
        CaseOperation.ADD_CLINICAL_DOCUMENT,
        Rule.allow(Role.PSYCHOLOGIST, Relation.OWN));
  }
}
