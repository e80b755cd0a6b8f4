package org.hifazat.cases.assignment;

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
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.casefile.WhoMayKnow;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who works on a case besides its owner: they reach it as if it were their own. */
@ApplicationScoped
public class ChangeMembers {
  private static final String PSYCHOLOGIST = "psychologist";

  private final Session entities;
  private final ReachCase reach;
  private final CasePages pages;
  private final KnownDirectory directory;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final WhoMayKnow whoMayKnow;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ChangeMembers(
      Session entities,
      ReachCase reach,
      CasePages pages,
      KnownDirectory directory,
      IdempotentCreation creation,
      Timeline timeline,
      WhoMayKnow whoMayKnow,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.pages = pages;
    this.directory = directory;
    this.creation = creation;
    this.timeline = timeline;
    this.whoMayKnow = whoMayKnow;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param part psychologist or second-worker
   */
  public record AddCommand(UUID caseId, UUID staffId, String part, Instant since) {}

  /** Who was added, or added before by the same request. */
  public record Added(Created created, CaseMember member) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future, colleague-unknown,
   *     not-a-psychologist, owner-not-named, already-owner, already-member, or one of idempotent
   *     creation
   */
  @Transactional
  public Added add(AddCommand command, @Nullable String idempotencyKey) {
    CaseFile file = reach.to(CaseOperation.CHANGE_MEMBERS, command.caseId()).file();
    Created created =
        creation.once(idempotencyKey, "CHANGE_MEMBERS", command, () -> create(command, file));
    return new Added(created, find(file.id(), created.id()));
  }

  private Created create(AddCommand command, CaseFile file) {
    Gates.requireOpen(file);
    Instant now = clock.instant();
    if (command.since().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    refuseWhoCannotBe(command, file);
    UUID id = ids.next();
    try {
      entities.persist(
          CaseMember.added(
              id,
              file.id(),
              command.staffId(),
              command.part(),
              command.since(),
              callers.current().staffId().orElseThrow(),
              now));
      entities.flush();
    } catch (ConstraintViolationException already) {
      throw new ProblemException(CaseProblem.ALREADY_MEMBER);
    }
    tell(file, "case-member-added", command.since(), id, command.part(), command.staffId());
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/members/" + id));
  }

  private void refuseWhoCannotBe(AddCommand command, CaseFile file) {
    if (!directory.takesCases(command.staffId(), file.unitId())) {
      throw new ProblemException(CaseProblem.COLLEAGUE_UNKNOWN);
    }
    if (command.part().equals(PSYCHOLOGIST)
        && !directory.hasRole(command.staffId(), Role.PSYCHOLOGIST)) {
      throw new ProblemException(CaseProblem.NOT_A_PSYCHOLOGIST);
    }
    if (file.ownerId().filter(command.staffId()::equals).isPresent()) {
      throw new ProblemException(CaseProblem.ALREADY_OWNER);
    }
    if (file.namedIds().filter(named -> !named.contains(command.staffId())).isPresent()) {
      throw new ProblemException(CaseProblem.OWNER_NOT_NAMED);
    }
  }

  /**
   * @param expectedVersion of the membership, from If-Match
   */
  public record EndCommand(UUID caseId, UUID memberId, long expectedVersion, Instant happenedAt) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future or membership-ended
   */
  @Transactional
  public CaseMember end(EndCommand command) {
    CaseFile file = reach.to(CaseOperation.CHANGE_MEMBERS, command.caseId()).file();
    CaseMember member = find(file.id(), command.memberId());
    Preconditions.check(command.expectedVersion(), member.version());
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (!member.end(command.happenedAt(), callers.current().staffId().orElseThrow())) {
      throw new ProblemException(CaseProblem.MEMBERSHIP_ENDED);
    }
    entities.flush();
    tell(
        file,
        "case-member-left",
        command.happenedAt(),
        member.id(),
        member.part(),
        member.staffId());
    return member;
  }

  /** All there ever were, the latest first; the read is audited. */
  @Transactional
  public List<CaseMember> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    reach.to(CaseOperation.VIEW_ASSIGNMENTS, caseId);
    audit.read(CaseOperation.VIEW_ASSIGNMENTS.name(), "case", caseId, "members");
    return pages.newestFirst(CaseMember.class, "since", caseId, after, limit);
  }

  private List<CaseMember> members(UUID caseId) {
    return entities
        .createQuery("from CaseMember where caseId = :case order by since, id", CaseMember.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  private void tell(
      CaseFile file, String kind, Instant at, UUID memberId, String part, UUID staffId) {
    file.workOn(
        members(file.id()).stream()
            .filter(member -> member.until().isEmpty())
            .map(CaseMember::staffId)
            .toList());
    entities.flush();
    whoMayKnow.changed(file.id(), at);
    timeline.happened(file.id(), kind, at, memberId, part, staffId.toString());
    audit.performed(
        CaseOperation.CHANGE_MEMBERS.name(), "case", file.id(), kind, part, staffId.toString());
  }

  private CaseMember find(UUID caseId, UUID id) {
    CaseMember member = entities.find(CaseMember.class, id);
    if (member == null || !member.caseId().equals(caseId)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return member;
  }
}
