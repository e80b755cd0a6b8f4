package org.hifazat.cases.note;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who carries a case writes its notes; clinical ones a psychologist alone. */
@ApplicationScoped
public class NoteRules implements FeatureRules {
  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.VIEW_NOTES,
        Reach.OWN_CASES,
        CaseOperation.WRITE_NOTE,
        Reach.OWN_CASES,
        CaseOperation.WRITE_CLINICAL_NOTE,
        Rule.allow(Role.PSYCHOLOGIST, Relation.OWN));
  }
}
