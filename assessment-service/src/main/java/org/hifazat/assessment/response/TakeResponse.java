package org.hifazat.assessment.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.AssessmentReach;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.response.event.ResponseTaken;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Takes what was offered after an assessment into the plan of the case. */
@ApplicationScoped
public class TakeResponse {

  private static final AssessmentOperation OPERATION = AssessmentOperation.TAKE_RESPONSE;
  private static final long ONLY_VERSION = 1;

  // Two who take the same at once: the second waits for the first.
  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";

  private static final String TAKE =
      """
      insert into response_taken
        (action_id, assessment_id, response, case_id, due_on, taken_by, taken_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """;

  private final Session database;
  private final AssessmentReach reach;
  private final ResponseQueries queries;
  private final IdempotentCreation creation;
  private final AssessmentConfig config;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  TakeResponse(
      Session database,
      AssessmentReach reach,
      ResponseQueries queries,
      IdempotentCreation creation,
      AssessmentConfig config,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.database = database;
    this.reach = reach;
    this.queries = queries;
    this.creation = creation;
    this.config = config;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param language in which the plan is to say it
   * @param dueOn null for the day it is proposed for
   */
  public record Command(
      UUID assessmentId, String response, String language, @Nullable LocalDate dueOn) {}

  /** What was taken, or taken before by the same request. */
  public record Done(Created created, OfferedResponse response) {}

  /**
   * @throws ProblemException not-found (also what was not offered), case-closed, already-taken,
   *     due-in-the-past, or one of idempotent creation
   */
  @Transactional
  public Done handle(Command command, @Nullable String idempotencyKey) {
    AssessmentReach.Found found = reach.require(OPERATION, command.assessmentId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> take(command, found));
    return new Done(created, offered(command, found.assessment().caseId()));
  }

  private Created take(Command command, AssessmentReach.Found found) {
    if (!found.known().isOpen()) {
      throw new ProblemException(AssessmentProblem.CASE_CLOSED);
    }
    CompletedAssessment assessment = found.assessment();
    database
        .createNativeQuery(LOCK, String.class)
        .setParameter(1, "response:" + assessment.id() + command.response())
        .getSingleResult();
    OfferedResponse offer = offered(command, assessment.caseId());
    if (offer.taken() != null) {
      throw new ProblemException(AssessmentProblem.RESPONSE_ALREADY_TAKEN);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate due = due(command, offer, LocalDate.ofInstant(now, config.zone()));
    UUID action = ids.next();
    UUID by = callers.current().staffId().orElseThrow();
    database
        .createNativeMutationQuery(TAKE)
        .setParameter(1, action)
        .setParameter(2, assessment.id())
        .setParameter(3, offer.code())
        .setParameter(4, assessment.caseId())
        .setParameter(5, due)
        .setParameter(6, by)
        .setParameter(7, now)
        .executeUpdate();
    outbox.append(
        new OutboxEvent(
            ResponseTaken.TYPE,
            "response-taken",
            action.toString(),
            ONLY_VERSION,
            assessment.caseId().toString(),
            now,
            new ResponseTaken(
                action,
                assessment.caseId(),
                assessment.id(),
                assessment.instrumentId(),
                assessment.purpose(),
                offer.code(),
                command.language(),
                due.toString(),
                by,
                now)));
    audit.performed(
        OPERATION.name(),
        "assessment",
        assessment.id(),
        "case:" + assessment.caseId(),
        offer.code());
    return Created.now(action, URI.create("/v1/assessments/" + assessment.id() + "/responses"));
  }

  /** What is proposed for a day that has passed is proposed for today. */
  private static LocalDate due(Command command, OfferedResponse offer, LocalDate today) {
    LocalDate wanted = command.dueOn();
    if (wanted == null) {
      return offer.proposedFor().isBefore(today) ? today : offer.proposedFor();
    }
    if (wanted.isBefore(today)) {
      throw new ProblemException(
          AssessmentProblem.RESPONSE_DUE_IN_THE_PAST, new Violation("/dueOn", "past"));
    }
    return wanted;
  }

  private OfferedResponse offered(Command command, UUID caseId) {
    List<OfferedResponse> offered = queries.offered(command.assessmentId(), caseId);
    return offered.stream()
        .filter(one -> one.code().equals(command.response()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
