package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The Commission allows one more case to a worker who has too many already. It learns of unit and
 * numbers, of no worker and of no case.
 */
@ApplicationScoped
public class CaseloadExceptions {

  private final Session entities;
  private final KnownDirectory directory;
  private final Caseloads caseloads;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  CaseloadExceptions(
      Session entities,
      KnownDirectory directory,
      Caseloads caseloads,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.directory = directory;
    this.caseloads = caseloads;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** What was asked for, or asked for before by the same request. */
  public record Requested(Created created, CaseloadException request) {}

  /**
   * @throws ProblemException colleague-unknown, exception-not-needed, exception-pending or one of
   *     idempotent creation
   */
  @Transactional
  public Requested request(UUID staff, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey, "REQUEST_CASELOAD_EXCEPTION", staff.toString(), () -> create(staff));
    return new Requested(created, find(created.id()));
  }

  private Created create(UUID staff) {
    Caller caller = callers.current();
    UUID unit = caller.unitId().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Instant now = clock.instant();
    if (!directory.takesCases(staff, unit)) {
      throw new ProblemException(CaseProblem.COLLEAGUE_UNKNOWN);
    }
    Caseload load = caseloads.of(staff, KarachiTime.day(now));
    if (load.band() != Caseload.Band.APPROVAL) {
      throw new ProblemException(CaseProblem.EXCEPTION_NOT_NEEDED);
    }
    UUID id = ids.next();
    try {
      entities.persist(
          CaseloadException.requested(id, unit, staff, load, caller.staffId().orElseThrow(), now));
      entities.flush();
    } catch (ConstraintViolationException another) {
      throw new ProblemException(CaseProblem.EXCEPTION_PENDING);
    }
    audit.performed(
        CaseOperation.REQUEST_CASELOAD_EXCEPTION.name(),
        "caseload-exception",
        id,
        staff.toString(),
        "open-" + load.open());
    return Created.now(id, URI.create("/v1/caseload-exceptions/" + id));
  }

  /** Which of those that nobody has used or declined. */
  public enum Open {
    ALL,
    PENDING
  }

  /**
   * Those nobody has decided or used, the oldest first; of the unit, or of all for the Commission.
   *
   * @param staff of this worker only, of whom there is one at most; for a supervisor, since the
   *     Commission is not told who a request is about
   * @throws ProblemException forbidden
   */
  @Transactional
  public List<CaseloadException> page(
      Open open, @Nullable UUID staff, @Nullable Cursor after, int limit) {
    if (staff != null && !callers.current().has(Role.SUPERVISOR)) {
      throw new ProblemException(CommonProblem.FORBIDDEN);
    }
    String text =
        switch (open) {
              case ALL -> "from CaseloadException where state in ('pending', 'approved')";
              case PENDING -> "from CaseloadException where state = 'pending'";
            }
            + (staff == null ? "" : " and staffId = :staff")
            + (after == null ? "" : " and requestedAt >= :at and (requestedAt > :at or id > :id)")
            + " order by requestedAt, id";
    TypedQuery<CaseloadException> query =
        entities.createQuery(text, CaseloadException.class).setMaxResults(limit);
    if (staff != null) {
      query.setParameter("staff", staff);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /**
   * The first decision counts, whoever else decides at the same time.
   *
   * @throws ProblemException not-found or exception-decided
   */
  @Transactional
  public CaseloadException decide(UUID id, boolean approved) {
    CaseloadException request =
        Optional.ofNullable(
                entities.find(CaseloadException.class, id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    if (!request.decide(approved, callers.current().staffId().orElseThrow(), clock.instant())) {
      throw new ProblemException(CaseProblem.EXCEPTION_DECIDED);
    }
    entities.flush();
    audit.performed(
        CaseOperation.DECIDE_CASELOAD_EXCEPTION.name(), "caseload-exception", id, request.state());
    return request;
  }

  /**
   * Uses the approval up.
   *
   * @throws ProblemException caseload-approval-needed when there is none
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void use(UUID unit, UUID staff) {
    CaseloadException approved =
        entities
            .createQuery(
                "from CaseloadException where unitId = :unit and staffId = :staff"
                    + " and state = 'approved'",
                CaseloadException.class)
            .setParameter("unit", unit)
            .setParameter("staff", staff)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(CaseProblem.CASELOAD_APPROVAL_NEEDED));
    approved.use(clock.instant());
  }

  private CaseloadException find(UUID id) {
    return Optional.ofNullable(entities.find(CaseloadException.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
