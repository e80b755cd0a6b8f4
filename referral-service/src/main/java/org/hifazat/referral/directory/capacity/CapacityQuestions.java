package org.hifazat.referral.directory.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Questions about room, by the unit that asked and by the agency that answers. */
@ApplicationScoped
public class CapacityQuestions {
  private static final String SELECT =
      "select q.id, q.service_id, q.needed_from, q.urgency, q.asked_at, q.answer,"
          + " q.available_from, q.answered_at, q.version from capacity_question q where ";

  private static final String PAGE =
      " and (cast(:after as uuid) is null or (q.asked_at, q.id) < (:at, :after))"
          + " order by q.asked_at desc, q.id desc limit :limit";

  /** What the database can compare with. */
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Session session;
  private final CallerContext callers;

  CapacityQuestions(Session session, CallerContext callers) {
    this.session = session;
    this.callers = callers;
  }

  /** Those of the caller's unit, newest first. */
  @Transactional
  public List<CapacityQuestion> ofUnit(@Nullable Cursor after, int limit) {
    return callers
        .current()
        .unitId()
        .map(unit -> page("q.unit_id = :whose", unit, after, limit))
        .orElse(List.of());
  }

  /** Those the caller's agency is asked, newest first. */
  @Transactional
  public List<CapacityQuestion> ofAgency(@Nullable Cursor after, int limit) {
    return callers
        .current()
        .agencyId()
        .map(agency -> page("q.agency_id = :whose", agency, after, limit))
        .orElse(List.of());
  }

  /**
   * @throws ProblemException not-found, also for another unit's
   */
  @Transactional
  public CapacityQuestion forUnit(UUID id) {
    return callers
        .current()
        .unitId()
        .flatMap(unit -> one("q.unit_id = :whose and q.id = :id", unit, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /**
   * @throws ProblemException not-found, also for another agency's
   */
  @Transactional
  public CapacityQuestion forAgency(UUID id) {
    return asked(id, "");
  }

  /** The same, and nobody else changes it until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  CapacityQuestion toAnswer(UUID id) {
    return asked(id, " for update");
  }

  private CapacityQuestion asked(UUID id, String lock) {
    return callers
        .current()
        .agencyId()
        .flatMap(agency -> one("q.agency_id = :whose and q.id = :id" + lock, agency, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private Optional<CapacityQuestion> one(String condition, UUID whose, UUID id) {
    return typed(session.createNativeQuery(SELECT + condition, Object[].class))
        .setParameter("whose", whose)
        .setParameter("id", id)
        .getResultList()
        .stream()
        .findFirst()
        .map(CapacityQuestions::question);
  }

  private List<CapacityQuestion> page(
      String condition, UUID whose, @Nullable Cursor after, int limit) {
    return typed(session.createNativeQuery(SELECT + condition + PAGE, Object[].class))
        .setParameter("whose", whose)
        .setParameter("after", after == null ? null : after.id(), UUID.class)
        .setParameter("at", after == null ? LAST : after.at())
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(CapacityQuestions::question)
        .toList();
  }

  private static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", UUID.class)
        .addScalar("service_id", UUID.class)
        .addScalar("needed_from", LocalDate.class)
        .addScalar("urgency", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("answer", String.class)
        .addScalar("available_from", LocalDate.class)
        .addScalar("answered_at", Instant.class)
        .addScalar("version", Long.class);
  }

  private static CapacityQuestion question(Object[] row) {
    return new CapacityQuestion(
        (UUID) row[0],
        (UUID) row[1],
        (LocalDate) row[2],
        (String) row[3],
        (Instant) row[4],
        (String) row[5],
        (LocalDate) row[6],
        (Instant) row[7],
        (Long) row[8]);
  }
}
