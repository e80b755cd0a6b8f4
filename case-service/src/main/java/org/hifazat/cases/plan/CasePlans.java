package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Plans within the caller's reach, which the database decides. */
@ApplicationScoped
class CasePlans {
  private final Session entities;

  CasePlans(Session entities) {
    this.entities = entities;
  }

  /**
   * @throws ProblemException not-found
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CasePlan one(UUID id) {
    return Optional.ofNullable(entities.find(CasePlan.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /** The one being written or waiting for approval. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<CasePlan> open(UUID caseId) {
    return inState(caseId, List.of("draft", "submitted"));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Optional<CasePlan> inForce(UUID caseId) {
    return inState(caseId, List.of("approved"));
  }

  private Optional<CasePlan> inState(UUID caseId, List<String> states) {
    return entities
        .createQuery("from CasePlan where caseId = :case and state in :states", CasePlan.class)
        .setParameter("case", caseId)
        .setParameter("states", states)
        .getResultStream()
        .findFirst();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  int nextEdition(UUID caseId) {
    return entities
        .createQuery(
            "select coalesce(max(edition), 0) + 1 from CasePlan where caseId = :case",
            Integer.class)
        .setParameter("case", caseId)
        .getSingleResult();
  }

  /** Newest first, with those of merged cases; those that were thrown away do not show. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<CasePlan> page(CaseHistory.Parts parts, @Nullable Cursor after, int limit) {
    String text = "from CasePlan where caseId in (:cases) and state <> 'discarded'";
    if (after != null) {
      text += " and draftedAt <= :at and (draftedAt < :at or id < :id)";
    }
    TypedQuery<CasePlan> query =
        entities
            .createQuery(text + " order by draftedAt desc, id desc", CasePlan.class)
            .setParameter("cases", parts.ids())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /** Oldest first, of all goals the case ever had. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<GoalProgress> progress(UUID caseId) {
    return entities
        .createQuery(
            "from GoalProgress where caseId = :case order by happenedAt, recordedAt",
            GoalProgress.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
