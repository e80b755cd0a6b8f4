package org.hifazat.cases.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Afterwards the supervisor of the case's unit says whether an emergency access was right. */
@ApplicationScoped
public class ReviewEmergencyAccess {
  private final Session entities;
  private final Relations relations;
  private final Access access;
  private final OpenTasks tasks;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  ReviewEmergencyAccess(
      Session entities,
      Relations relations,
      Access access,
      OpenTasks tasks,
      FieldCipher cipher,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.relations = relations;
    this.access = access;
    this.tasks = tasks;
    this.cipher = cipher;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the access, from If-Match
   */
  public record Command(
      UUID accessId, long expectedVersion, boolean justified, Instant happenedAt, String words) {}

  /**
   * @throws ProblemException not-found, forbidden, emergency-own-access, stale, in-the-future,
   *     decided-before-requested or emergency-reviewed
   */
  @Transactional
  public EmergencyAccess handle(Command command) {
    EmergencyAccess taken =
        Optional.ofNullable(entities.find(EmergencyAccess.class, command.accessId()))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        CaseOperation.REVIEW_EMERGENCY_ACCESS,
        relations.to(taken.unitId(), null),
        "emergency-access",
        taken.id());
    Preconditions.check(command.expectedVersion(), taken.version());
    UUID by = callers.current().staffId().orElseThrow();
    if (taken.staffId().equals(by)) {
      throw new ProblemException(CaseProblem.EMERGENCY_OWN_ACCESS);
    }
    Instant now = clock.instant();
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.happenedAt().isBefore(taken.beginsAt())) {
      throw new ProblemException(CaseProblem.DECIDED_BEFORE_REQUESTED);
    }
    byte[] words =
        cipher.encrypt(taken.childId(), EmergencyAccess.REVIEW_WORDS, taken.id(), command.words());
    if (!taken.review(command.justified(), by, command.happenedAt(), now, words)) {
      throw new ProblemException(CaseProblem.EMERGENCY_REVIEWED);
    }
    entities.flush();
    tasks.met(taken.caseId(), TaskKind.EMERGENCY_REVIEW, taken.id(), command.happenedAt());
    timeline.happened(
        taken.caseId(),
        "emergency-access-reviewed",
        command.happenedAt(),
        taken.id(),
        taken.state());
    audit.performed(
        CaseOperation.REVIEW_EMERGENCY_ACCESS.name(),
        "emergency-access",
        taken.id(),
        taken.state());
    return taken;
  }

  /** An access with its words in clear. */
  public record Read(EmergencyAccess access, String words, @Nullable String reviewWords) {}

  /** What waits for the supervisor's word, and what has had it. */
  public enum Reviewed {
    NOT_YET,
    DONE
  }

  /** Of the caller's unit for a supervisor, and the caller's own; the newest first. */
  @Transactional
  public List<Read> page(Reviewed reviewed, @Nullable Cursor after, int limit) {
    String text =
        switch (reviewed) {
              case NOT_YET -> "from EmergencyAccess where state = 'to-review'";
              case DONE -> "from EmergencyAccess where state <> 'to-review'";
            }
            + (after == null ? "" : " and beginsAt <= :at and (beginsAt < :at or id < :id)")
            + " order by beginsAt desc, id desc";
    TypedQuery<EmergencyAccess> query =
        entities.createQuery(text, EmergencyAccess.class).setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<EmergencyAccess> found = query.getResultList();
    cipher.preload(found.stream().map(EmergencyAccess::childId).distinct().toList());
    return found.stream().map(this::open).toList();
  }

  /**
   * One of those, whatever became of it.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Read one(UUID id) {
    Read found = read(id);
    audit.read(CaseOperation.LIST_EMERGENCY_ACCESSES.name(), "emergency-access", id);
    return found;
  }

  /** For whoever has just taken or reviewed it. */
  @Transactional
  public Read read(UUID id) {
    return open(
        Optional.ofNullable(entities.find(EmergencyAccess.class, id))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  /**
   * That somebody read the case stays to be seen, also when the words went with the child's key.
   */
  private Read open(EmergencyAccess taken) {
    byte[] review = taken.reviewWords();
    try {
      return new Read(
          taken,
          cipher.decrypt(taken.childId(), EmergencyAccess.WORDS, taken.id(), taken.words()),
          review == null
              ? null
              : cipher.decrypt(taken.childId(), EmergencyAccess.REVIEW_WORDS, taken.id(), review));
    } catch (ErasedSubjectException | UnreadableFieldException gone) {
      return new Read(taken, "", null);
    }
  }
}
