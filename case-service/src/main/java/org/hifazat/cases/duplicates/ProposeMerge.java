package org.hifazat.cases.duplicates;

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
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Says that two are one child and which case goes on. Nothing happens until another agrees. */
@ApplicationScoped
public class ProposeMerge {
  private final Session entities;
  private final ReachablePairs pairs;
  private final Merges merges;
  private final TakenParts parts;
  private final DecideDuplicate decisions;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ProposeMerge(
      Session entities,
      ReachablePairs pairs,
      Merges merges,
      TakenParts parts,
      DecideDuplicate decisions,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.pairs = pairs;
    this.merges = merges;
    this.parts = parts;
    this.decisions = decisions;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the pair, from If-Match
   * @param keep one or other: the side whose case goes on
   * @param take what the child's record that goes on takes from the other one, by {@link TakenPart}
   */
  public record Command(
      UUID pairId, long expectedVersion, String keep, List<String> take, Instant happenedAt) {}

  /** What was made, or made before by the same request. */
  public record Proposed(Created created, ChildMerge merge) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, duplicate-already-merged,
   *     merge-pending, merge-case-closed, merge-case-merged, merge-choice-needs-both, or one of
   *     idempotent creation
   */
  @Transactional
  public Proposed handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey, CaseOperation.PROPOSE_MERGE.name(), command, () -> propose(command));
    ChildMerge merge =
        merges.find(created.id()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    return new Proposed(created, merge);
  }

  private Created propose(Command command) {
    ReachablePairs.Reached reached = pairs.require(command.pairId(), CaseOperation.PROPOSE_MERGE);
    DuplicatePair pair = reached.pair();
    Preconditions.check(command.expectedVersion(), pair.version());
    boolean keepOne = command.keep().equals("one");
    Side survivor = keepOne ? reached.one() : reached.other();
    Side merged = keepOne ? reached.other() : reached.one();
    refuseWhatCannotBe(command, pair, survivor, merged);
    Caller caller = callers.current();
    Instant now = clock.instant();
    ChildMerge merge =
        ChildMerge.proposed(
            ids.next(),
            pair.id(),
            survivor.caseId(),
            merged.caseId(),
            command.take().stream().distinct().sorted().toList(),
            caller.unitId().orElseThrow(),
            new ChildMerge.Act(caller.staffId().orElseThrow(), command.happenedAt(), now));
    persist(merge);
    decisions.record(pair.id(), DuplicatePair.SAME, command.happenedAt());
    audit.performed(
        CaseOperation.PROPOSE_MERGE.name(), "duplicate", pair.id(), "merge-" + merge.id());
    entities.flush();
    return Created.now(merge.id(), URI.create("/v1/merges/" + merge.id()));
  }

  /** The case may be asked to go into a third one already, or somebody else was quicker. */
  private void persist(ChildMerge merge) {
    try {
      entities.persist(merge);
      entities.flush();
    } catch (ConstraintViolationException another) {
      throw new ProblemException(CaseProblem.MERGE_PENDING);
    }
  }

  private void refuseWhatCannotBe(Command command, DuplicatePair pair, Side survivor, Side merged) {
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (merges.pending(pair.id())) {
      throw new ProblemException(CaseProblem.MERGE_PENDING);
    }
    if (!pair.decide(DuplicatePair.SAME)) {
      throw new ProblemException(CaseProblem.DUPLICATE_ALREADY_MERGED);
    }
    if (merges.isMergedAlready(merged.caseId())) {
      throw new ProblemException(CaseProblem.MERGE_CASE_MERGED);
    }
    refuseClosedOrMerged(merges, survivor, merged);
    if (!command.take().isEmpty()) {
      parts.requireBoth(survivor, merged);
    }
  }

  /** Asked again when it is confirmed: meanwhile either case may have been closed or merged. */
  static void refuseClosedOrMerged(Merges merges, Side survivor, Side merged) {
    String closed = CaseState.CLOSED.label();
    if (merges.isMergedAlready(survivor.caseId())) {
      throw new ProblemException(CaseProblem.MERGE_CASE_MERGED);
    }
    if (survivor.state().equals(closed) || merged.state().equals(closed)) {
      throw new ProblemException(CaseProblem.MERGE_CASE_CLOSED);
    }
  }
}
