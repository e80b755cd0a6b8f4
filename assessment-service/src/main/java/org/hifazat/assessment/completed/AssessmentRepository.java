package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.platform.web.Cursor;

/** Rows of assessments; every read is narrowed to a scope. */
@ApplicationScoped
class AssessmentRepository {

  private static final String RESULT =
      """
      select new org.hifazat.assessment.completed.CompletedAssessment(
        a.id, a.caseId, a.instrumentId, a.instrumentVersion, a.riskLevel, a.band, a.valid, a.score,
        a.sumQuestions, a.sumValues, a.redFlags, a.rejectedClaims, a.conductedAt, a.recordedAt)
      """;
  private static final String WITHIN_REACH =
      """
      from Assessment a join KnownCase k on k.caseId = a.caseId
      where (k.ownerId = :staff or k.unitId = :unit)
      """;
  private static final String NEWEST_FIRST = " order by a.conductedAt desc, a.id desc";

  private final EntityManager database;

  AssessmentRepository(EntityManager database) {
    this.database = database;
  }

  void add(Assessment assessment) {
    database.persist(assessment);
    database.flush();
  }

  Optional<CompletedAssessment> find(AccessScope scope, UUID id) {
    return scoped(RESULT + WITHIN_REACH + " and a.id = :id", CompletedAssessment.class, scope)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  Optional<byte[]> answers(AccessScope scope, UUID id) {
    return scoped("select a.answers " + WITHIN_REACH + " and a.id = :id", byte[].class, scope)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** One more row than the limit, when there is one. */
  List<CompletedAssessment> ofCase(
      AccessScope scope, List<UUID> cases, Optional<Cursor> after, int limit) {
    String from = after.isPresent() ? " and (a.conductedAt, a.id) < (:at, :last)" : "";
    TypedQuery<CompletedAssessment> query =
        scoped(
                RESULT + WITHIN_REACH + " and a.caseId in :cases" + from + NEWEST_FIRST,
                CompletedAssessment.class,
                scope)
            .setParameter("cases", cases)
            .setMaxResults(limit + 1);
    after.ifPresent(
        cursor -> query.setParameter("at", cursor.at()).setParameter("last", cursor.id()));
    return query.getResultList();
  }

  private <T> TypedQuery<T> scoped(String hql, Class<T> type, AccessScope scope) {
    return database
        .createQuery(hql, type)
        .setParameter("staff", scope.staff())
        .setParameter("unit", scope.unit());
  }
}
