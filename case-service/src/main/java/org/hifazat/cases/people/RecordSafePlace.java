package org.hifazat.cases.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down where a child is safe, and what changes about it. */
@ApplicationScoped
public class RecordSafePlace {
  private final Session entities;
  private final ReachCase reach;
  private final PeopleChecks checks;
  private final PeopleQueries people;
  private final PersonWords words;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordSafePlace(
      Session entities,
      ReachCase reach,
      PeopleChecks checks,
      PeopleQueries people,
      PersonWords words,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.checks = checks;
    this.people = people;
    this.words = words;
    this.creation = creation;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param happenedAt when this was learnt
   */
  public record Command(UUID caseId, PlaceFacts facts, Instant happenedAt) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, KnownPlace place) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future,
   *     period-ends-before-it-begins, code-unknown, or one of idempotent creation
   */
  @Transactional
  public Recorded add(Command command, @Nullable String idempotencyKey) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_PEOPLE, command.caseId());
    UUID child = found.child().id();
    Created created =
        creation.once(
            idempotencyKey,
            "ADD_SAFE_PLACE",
            command,
            () -> {
              Gates.requireOpen(found.file());
              return create(command, child);
            });
    return new Recorded(
        created, people.known(child, people.findPlace(command.caseId(), created.id())));
  }

  private Created create(Command command, UUID child) {
    PlaceFacts facts = command.facts();
    checks.place(facts, command.happenedAt());
    UUID id = ids.next();
    entities.persist(
        SafePlace.recorded(
            id,
            command.caseId(),
            facts,
            words.seal(child, id, facts),
            callers.current().staffId().orElseThrow(),
            clock.instant()));
    entities.flush();
    told(command, id, "safe-place-added");
    return Created.now(id, URI.create("/v1/cases/" + command.caseId() + "/safe-places/" + id));
  }

  /**
   * @param expectedVersion from If-Match
   * @throws ProblemException not-found, forbidden, stale, in-the-future,
   *     period-ends-before-it-begins, code-unknown
   */
  @Transactional
  public KnownPlace change(Command command, UUID placeId, long expectedVersion) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_PEOPLE, command.caseId());
    UUID child = found.child().id();
    SafePlace place = people.findPlace(command.caseId(), placeId);
    Preconditions.check(expectedVersion, place.version());
    checks.place(command.facts(), command.happenedAt());
    boolean left = place.validTo() == null && command.facts().validTo() != null;
    place.changed(command.facts(), words.seal(child, placeId, command.facts()));
    entities.flush();
    told(command, placeId, left ? "safe-place-lost" : "safe-place-changed");
    return people.known(child, place);
  }

  private void told(Command command, UUID placeId, String kind) {
    String told = command.facts().kind();
    timeline.happened(command.caseId(), kind, command.happenedAt(), placeId, told);
    audit.performed(CaseOperation.CHANGE_PEOPLE.name(), "case", command.caseId(), told);
  }
}
