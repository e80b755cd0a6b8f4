package org.hifazat.cases.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.SeparationRecorded;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Writes down whether a child is without parents and customary caregiver. */
@ApplicationScoped
public class RecordSeparation {
  private final Session entities;
  private final ReachCase reach;
  private final TracingQueries queries;
  private final CodeLists codes;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  RecordSeparation(
      Session entities,
      ReachCase reach,
      TracingQueries queries,
      CodeLists codes,
      FieldCipher cipher,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.queries = queries;
    this.codes = codes;
    this.cipher = cipher;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedTag from If-Match
   */
  public record Command(UUID caseId, SeparationFacts facts, Instant happenedAt, long expectedTag) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future or code-unknown
   */
  @Transactional
  public TracingQueries.Known handle(Command command) {
    UUID caseId = command.caseId();
    UUID child = reach.to(CaseOperation.RECORD_TRACING, caseId).child().id();
    Separation before = entities.find(Separation.class, caseId);
    Preconditions.check(command.expectedTag(), before == null ? 0 : before.tag());
    Instant now = clock.instant();
    refuseWhatCannotBe(command, now);
    SeparationFacts facts = command.facts();
    String details = facts.details();
    byte[] sealed =
        details == null ? null : cipher.encrypt(child, TracingQueries.DETAILS, caseId, details);
    UUID by = callers.current().staffId().orElseThrow();
    Separation separation = before;
    if (separation == null) {
      separation = Separation.recorded(caseId, facts, sealed, by, now);
      persist(separation);
    } else {
      separation.changed(facts, sealed, by, now);
      entities.flush();
    }
    timeline.happened(caseId, "separation-recorded", command.happenedAt(), null, facts.status());
    outbox.append(
        new OutboxEvent(
            SeparationRecorded.TYPE,
            "separation",
            caseId.toString(),
            separation.tag(),
            caseId.toString(),
            command.happenedAt(),
            new SeparationRecorded(
                caseId, facts.status(), facts.cause(), command.happenedAt(), now)));
    audit.performed(CaseOperation.RECORD_TRACING.name(), "case", caseId, facts.status());
    return queries.known(caseId, child);
  }

  /** Two who record the first version at once: one of them was quicker. */
  private void persist(Separation first) {
    try {
      entities.persist(first);
      entities.flush();
    } catch (ConstraintViolationException quicker) {
      throw new ProblemException(CommonProblem.STALE);
    }
  }

  private void refuseWhatCannotBe(Command command, Instant now) {
    LocalDate today = KarachiTime.day(now);
    LocalDate on = command.facts().separatedOn();
    if (command.happenedAt().isAfter(now) || (on != null && on.isAfter(today))) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(CodeLists.Use.of("separation", command.facts().status()));
    String cause = command.facts().cause();
    if (cause != null) {
      uses.add(CodeLists.Use.of("separation-cause", cause));
    }
    if (!codes.listsWithInvalidCodes(today, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }
}
