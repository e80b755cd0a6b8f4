package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** A case that somebody is asked to take over is not closed meanwhile. */
@ApplicationScoped
class TransferGate implements Gate {
  private final Session entities;

  TransferGate(Session entities) {
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
            "select id from CaseTransfer where caseId = :case and state = 'pending'", UUID.class)
        .setParameter("case", file.id())
        .getResultStream()
        .map(id -> Blocker.firm("transfer-pending", id))
        .toList();
  }
}
