package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** A case that went into another is not reopened beside it; the merge is undone instead. */
@ApplicationScoped
class MergedCaseGate implements Gate {
  private final Session entities;

  MergedCaseGate(Session entities) {
    this.entities = entities;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.REOPEN);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return entities
        .createQuery(
            "select m.survivingCase from ChildMerge m"
                + " where m.mergedCase = :case and m.state = 'confirmed'",
            UUID.class)
        .setParameter("case", file.id())
        .getResultList()
        .stream()
        .map(survivor -> Blocker.firm("case-merged", survivor))
        .toList();
  }
}
