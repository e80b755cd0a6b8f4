package org.hifazat.cases.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** Nobody closes the case of a child who lives in a placement. */
@ApplicationScoped
class PlacementGate implements Gate {
  private final Session entities;

  PlacementGate(Session entities) {
    this.entities = entities;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return entities
        .createQuery(
            "select id from Placement where caseId = :case and endedAt is null", UUID.class)
        .setParameter("case", file.id())
        .getResultStream()
        .map(placement -> Blocker.overridable("active-placement", placement))
        .toList();
  }
}
