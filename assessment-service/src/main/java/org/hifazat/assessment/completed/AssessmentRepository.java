package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Rows of assessments; every read is narrowed to a scope. */
@ApplicationScoped
class AssessmentRepository {

  private static final String RESULT =
      """
      select new org.hifazat.assessment.completed.CompletedAssessment(
        a.id, a.caseId, a.instrumentId, a.instrumentVersion, a.riskLevel, a.band, a.valid, a.score,
        a.sumQuestions, a.sumValues, a.redFlags, a.rejectedClaims, a.conductedAt, a.recordedAt,
        new org.hifazat.assessment.completed.CompletedAssessment$Circle(
          a.purpose, a.conductedBy, a.respondent, a.respondentId, coalesce(a.occasionId, a.id),
          a.supervisedBy, s.decision, s.signedBy, s.signedAt, a.amends, n.id))
      """;
  private static final String WITHIN_REACH =
      """
      from Assessment a join KnownCase k on k.caseId = a.caseId
        left join Countersignature s on s.assessmentId = a.id
        left join Assessment n on n.amends = a.id
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

  Optional<byte[]> amendReason(AccessScope scope, UUID id) {
    return scoped("select a.amendReason " + WITHIN_REACH + " and a.id = :id", byte[].class, scope)
        .setParameter("id", id)
        .getResultStream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  Optional<byte[]> note(AccessScope scope, UUID id) {
    return scoped("select s.note " + WITHIN_REACH + " and a.id = :id", byte[].class, scope)
        .setParameter("id", id)
        .getResultStream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether something of this occasion was begun or completed in the case. */
  boolean hasOccasion(UUID caseId, UUID occasion) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select exists (select from assessment where case_id = ?1 and coalesce(occasion_id, id) = ?2)
              or exists (select from assessment_draft where case_id = ?1 and occasion_id = ?2)""",
            Boolean.class)
        .setParameter(1, caseId)
        .setParameter(2, occasion)
        .getSingleResult();
  }

  /** Whether it was amended; nobody else can amend it before this transaction ends. */
  boolean lockAddendum(UUID id) {
    database
        .unwrap(Session.class)
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
        .setParameter(1, "addendum:" + id)
        .getSingleResult();
    return !database
        .createQuery("select a.id from Assessment a where a.amends = :id", UUID.class)
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  void add(Countersignature signature) {
    database.persist(signature);
    database.flush();
  }

  /** What was conducted under somebody's supervision and not signed yet, the oldest first. */
  List<CompletedAssessment> awaiting(AccessScope scope, int limit) {
    return scoped(
            RESULT
                + WITHIN_REACH
                + " and a.supervisedBy = :staff and s.assessmentId is null and n.id is null"
                + " order by a.recordedAt, a.id",
            CompletedAssessment.class,
            scope)
        .setMaxResults(limit)
        .getResultList();
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

  /**
   * Results only, the newest first.
   *
   * @param purpose null for every purpose
   */
  List<CompletedAssessment> newest(
      AccessScope scope, List<UUID> cases, @Nullable String purpose, int limit) {
    String of = purpose == null ? "" : " and a.purpose = :purpose";
    TypedQuery<CompletedAssessment> query =
        scoped(
                RESULT + WITHIN_REACH + " and a.caseId in :cases" + of + NEWEST_FIRST,
                CompletedAssessment.class,
                scope)
            .setParameter("cases", cases)
            .setMaxResults(limit);
    if (purpose != null) {
      query.setParameter("purpose", purpose);
    }
    return query.getResultList();
  }

  private <T> TypedQuery<T> scoped(String hql, Class<T> type, AccessScope scope) {
    return database
        .createQuery(hql, type)
        .setParameter("staff", scope.staff())
        .setParameter("unit", scope.unit());
  }
}
