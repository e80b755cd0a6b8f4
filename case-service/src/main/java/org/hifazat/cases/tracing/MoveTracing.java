package org.hifazat.cases.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.consent.ConsentMatter;
import org.hifazat.cases.consent.ConsentStandings;
import org.hifazat.cases.event.TracingMoved;
import org.hifazat.cases.people.PeopleQueries;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Takes a step in the search for a child's family. */
@ApplicationScoped
public class MoveTracing {
  /** Visits after reunification, each with its own deadline policy. */
  static final List<String> VISITS =
      List.of("reunification-visit-1", "reunification-visit-2", "reunification-visit-3");

  private static final ConsentMatter MATTER = new ConsentMatter("tracing", null);

  private final Session entities;
  private final ReachCase reach;
  private final TracingQueries queries;
  private final ConsentStandings consents;
  private final PeopleQueries people;
  private final ScheduleTask schedule;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MoveTracing(
      Session entities,
      ReachCase reach,
      TracingQueries queries,
      ConsentStandings consents,
      PeopleQueries people,
      ScheduleTask schedule,
      FieldCipher cipher,
      IdempotentCreation creation,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.queries = queries;
    this.consents = consents;
    this.people = people;
    this.schedule = schedule;
    this.cipher = cipher;
    this.creation = creation;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedTag from If-Match
   * @param personId with whom the child was reunified: a person of the case; only for reunified
   */
  public record Command(
      UUID caseId,
      long expectedTag,
      TracingStatus to,
      Instant happenedAt,
      @Nullable String note,
      @Nullable UUID personId) {}

  /** The step that was made, or made before by the same request, and where that leaves the case. */
  public record Moved(Created created, TracingQueries.Known known) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, case-closed,
   *     not-separated, tracing-consent-missing, tracing-step-not-allowed, reunified-with-whom, or
   *     one of idempotent creation
   */
  @Transactional
  public Moved handle(Command command, @Nullable String idempotencyKey) {
    CaseFiles.WithChild found = reach.to(CaseOperation.RECORD_TRACING, command.caseId());
    UUID child = found.child().id();
    Created created =
        creation.once(
            idempotencyKey, "MOVE_TRACING", command, () -> move(command, found.file(), child));
    return new Moved(created, queries.known(command.caseId(), child));
  }

  private Created move(Command command, CaseFile file, UUID child) {
    if (file.isClosed()) {
      throw new ProblemException(CaseProblem.CASE_CLOSED);
    }
    Separation separation = entities.find(Separation.class, file.id());
    if (separation == null) {
      throw new ProblemException(CaseProblem.NOT_SEPARATED);
    }
    Preconditions.check(command.expectedTag(), separation.tag());
    Instant now = clock.instant();
    refuseWhatCannotBe(command, file, now);
    TracingStatus from = separation.tracing().orElse(null);
    switch (separation.move(command.to())) {
      case NOT_SEPARATED -> throw new ProblemException(CaseProblem.NOT_SEPARATED);
      case NOT_ALLOWED -> throw new ProblemException(CaseProblem.TRACING_STEP_NOT_ALLOWED);
      case MOVED -> {}
    }
    UUID id = ids.next();
    String note = command.note();
    entities.persist(
        TracingStep.taken(
            id,
            command,
            from,
            note == null ? null : cipher.encrypt(child, TracingQueries.NOTE, id, note),
            callers.current().staffId().orElseThrow(),
            now));
    entities.flush();
    if (command.to() == TracingStatus.REUNIFIED) {
      visitsAfterReunification(file, command.happenedAt());
    }
    told(command, separation, from, id, now);
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/tracing-steps/" + id));
  }

  private void refuseWhatCannotBe(Command command, CaseFile file, Instant now) {
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    UUID person = command.personId();
    if ((command.to() == TracingStatus.REUNIFIED) != (person != null)) {
      throw new ProblemException(CaseProblem.REUNIFIED_WITH_WHOM);
    }
    if (person != null && !people.isOfCase(command.caseId(), person)) {
      throw new ProblemException(CaseProblem.REUNIFIED_WITH_WHOM);
    }
    boolean looking =
        switch (command.to()) {
          case OPEN, IN_PROGRESS, VERIFIED -> true;
          case REUNIFIED, CLOSED -> false;
        };
    // Nobody asks around about a child unless all agreed whose words count at the child's age.
    if (looking && !consents.of(file, MATTER).stands()) {
      throw new ProblemException(CaseProblem.TRACING_CONSENT_MISSING);
    }
  }

  private void visitsAfterReunification(CaseFile file, Instant reunifiedAt) {
    for (String visit : VISITS) {
      schedule.handle(
          new ScheduleTask.Command(
              file.id(),
              file.unitId(),
              file.districtCode(),
              file.ownerId().orElse(null),
              visit,
              null,
              reunifiedAt));
    }
  }

  private void told(
      Command command,
      Separation separation,
      @Nullable TracingStatus from,
      UUID step,
      Instant now) {
    String to = command.to().label();
    timeline.happened(command.caseId(), "tracing-moved", command.happenedAt(), step, to);
    outbox.append(
        new OutboxEvent(
            TracingMoved.TYPE,
            "separation",
            command.caseId().toString(),
            separation.tag(),
            command.caseId().toString(),
            command.happenedAt(),
            new TracingMoved(
                command.caseId(),
                from == null ? null : from.label(),
                to,
                command.happenedAt(),
                now)));
    audit.performed(CaseOperation.RECORD_TRACING.name(), "case", command.caseId(), to);
  }
}
