package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;

/** Requests nobody has answered yet. */
@ApplicationScoped
public class PendingApprovals {
  private final Session entities;
  private final Approvables kinds;

  PendingApprovals(Session entities, Approvables kinds) {
    this.entities = entities;
    this.kinds = kinds;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Approval> of(UUID caseId, String kind) {
    return entities
        .createQuery(
            "from Approval where caseId = :case and kind = :kind and state = 'pending'",
            Approval.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  /** The case closes, moves to another unit or is merged: nobody is to answer any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdrawAll(CaseFile file) {
    List<Approval> pending =
        entities
            .createQuery("from Approval where caseId = :case and state = 'pending'", Approval.class)
            .setParameter("case", file.id())
            .getResultList();
    pending.forEach(approval -> withdraw(file, approval));
    entities.flush();
  }

  void withdraw(CaseFile file, Approval approval) {
    approval.withdraw();
    kinds.of(approval.kind()).ifPresent(kind -> kind.withdrawn(file, approval.subjectId()));
  }
}
