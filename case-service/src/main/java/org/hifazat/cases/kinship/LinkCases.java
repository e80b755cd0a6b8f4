package org.hifazat.cases.kinship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.CasesLinked;
import org.hifazat.cases.event.CasesUnlinked;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Says that the children of two cases belong together, or no longer. */
@ApplicationScoped
public class LinkCases {
  private final Session entities;
  private final ReachCase reach;
  private final LinkQueries links;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  LinkCases(
      Session entities,
      ReachCase reach,
      LinkQueries links,
      CodeLists codes,
      IdempotentCreation creation,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.links = links;
    this.codes = codes;
    this.creation = creation;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param otherCaseNumber as it stands on paper or in a search: the other case may belong to
   *     another unit
   * @param kind code of the list case-link
   */
  public record Command(UUID caseId, String otherCaseNumber, String kind, Instant happenedAt) {}

  /** What was made, or made before by the same request. */
  public record Linked(Created created, KnownLink link) {}

  /**
   * @throws ProblemException not-found, forbidden, in-the-future, code-unknown,
   *     case-number-unknown, linked-to-itself, already-linked, or one of idempotent creation
   */
  @Transactional
  public Linked link(Command command, @Nullable String idempotencyKey) {
    CaseFile file = reach.to(CaseOperation.LINK_CASES, command.caseId()).file();
    Created created =
        creation.once(idempotencyKey, "LINK_CASES", command, () -> create(command, file));
    return new Linked(created, seen(command.caseId(), find(command.caseId(), created.id())));
  }

  private Created create(Command command, CaseFile file) {
    Instant now = clock.instant();
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("case-link", command.kind()));
    if (!codes.listsWithInvalidCodes(KarachiTime.day(now), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    CaseLink.Side other = other(command, file);
    CaseLink link =
        CaseLink.between(
            ids.next(),
            new CaseLink.Side(file.id(), file.number()),
            other,
            command.kind(),
            command.happenedAt(),
            callers.current().staffId().orElseThrow(),
            now);
    persist(link);
    told(file.id(), link, "case-linked", command.happenedAt());
    outbox.append(
        event(
            CasesLinked.TYPE,
            link,
            file.id(),
            command.happenedAt(),
            new CasesLinked(
                link.id(), file.id(), other.caseId(), link.kind(), command.happenedAt(), now)));
    return Created.now(link.id(), URI.create("/v1/cases/" + file.id() + "/links/" + link.id()));
  }

  /** Two who say the same at once: the index lets one of them through. */
  private void persist(CaseLink link) {
    try {
      entities.persist(link);
      entities.flush();
    } catch (ConstraintViolationException quicker) {
      throw new ProblemException(CaseProblem.ALREADY_LINKED);
    }
  }

  private CaseLink.Side other(Command command, CaseFile file) {
    if (command.otherCaseNumber().equals(file.number())) {
      throw new ProblemException(CaseProblem.LINKED_TO_ITSELF);
    }
    List<Object[]> found =
        entities
            .createNativeQuery(
                "select case_id, case_number from case_of_number(:number)", Object[].class)
            .setParameter("number", command.otherCaseNumber())
            .getResultList();
    if (found.isEmpty()) {
      throw new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN);
    }
    UUID other = (UUID) found.getFirst()[0];
    long same =
        entities
            .createQuery(
                """
                select count(*) from CaseLink where kind = :kind and endedAt is null
                and ((caseId = :one and otherCaseId = :other)
                  or (caseId = :other and otherCaseId = :one))""",
                Long.class)
            .setParameter("kind", command.kind())
            .setParameter("one", file.id())
            .setParameter("other", other)
            .getSingleResult();
    if (same > 0) {
      throw new ProblemException(CaseProblem.ALREADY_LINKED);
    }
    return new CaseLink.Side(other, (String) found.getFirst()[1]);
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record EndCommand(UUID caseId, UUID linkId, long expectedVersion, Instant happenedAt) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, link-ended
   */
  @Transactional
  public KnownLink end(EndCommand command) {
    reach.to(CaseOperation.LINK_CASES, command.caseId());
    CaseLink link = find(command.caseId(), command.linkId());
    Preconditions.check(command.expectedVersion(), link.version());
    Instant now = clock.instant();
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    UUID by = callers.current().staffId().orElseThrow();
    if (!link.end(command.happenedAt(), by)) {
      throw new ProblemException(CaseProblem.LINK_ENDED);
    }
    entities.flush();
    told(command.caseId(), link, "case-unlinked", command.happenedAt());
    outbox.append(
        event(
            CasesUnlinked.TYPE,
            link,
            command.caseId(),
            command.happenedAt(),
            new CasesUnlinked(
                link.id(),
                command.caseId(),
                link.otherThan(command.caseId()).caseId(),
                link.kind(),
                command.happenedAt(),
                now)));
    return seen(command.caseId(), link);
  }

  private CaseLink find(UUID caseId, UUID linkId) {
    CaseLink link = entities.find(CaseLink.class, linkId);
    if (link == null || !link.joins(caseId)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return link;
  }

  private KnownLink seen(UUID caseId, CaseLink link) {
    return links.seenFrom(caseId, List.of(link)).getFirst();
  }

  /** Both cases have it in their story, though only one of them may be within reach. */
  private void told(UUID caseId, CaseLink link, String kind, Instant happenedAt) {
    String other = link.otherThan(caseId).number();
    timeline.happened(caseId, kind, happenedAt, link.id(), link.kind(), other);
    entities
        .createNativeQuery(
            "select tell_linked_case(:entry, :link, :case, :kind, :at, :now, :by)", UUID.class)
        .setParameter("entry", ids.next())
        .setParameter("link", link.id())
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .setParameter("at", happenedAt)
        .setParameter("now", clock.instant())
        .setParameter("by", callers.current().staffId().orElseThrow())
        .getSingleResult();
    audit.performed(CaseOperation.LINK_CASES.name(), "case", caseId, kind, link.kind());
  }

  private static OutboxEvent event(
      String type, CaseLink link, UUID caseId, Instant at, Object payload) {
    return new OutboxEvent(
        type, "case-link", link.id().toString(), link.version(), caseId.toString(), at, payload);
  }
}
