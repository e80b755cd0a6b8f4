package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.WhoMayKnow;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** The second person: confirms a merge, or turns it down; and undoes one that was wrong. */
@ApplicationScoped
public class AnswerMerge {
  private final Session entities;
  private final ReachablePairs pairs;
  private final Merges merges;
  private final TakenParts parts;
  private final ClocksOfMerge clocks;
  private final WhoMayKnow whoMayKnow;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  AnswerMerge(
      Session entities,
      ReachablePairs pairs,
      Merges merges,
      TakenParts parts,
      ClocksOfMerge clocks,
      WhoMayKnow whoMayKnow,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.pairs = pairs;
    this.merges = merges;
    this.parts = parts;
    this.clocks = clocks;
    this.whoMayKnow = whoMayKnow;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the merge, from If-Match
   */
  public record Command(UUID mergeId, long expectedVersion, Instant happenedAt) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, merge-not-proposed,
   *     merge-needs-another-person, merge-needs-the-other-unit, merge-case-closed,
   *     merge-case-merged, merge-choice-needs-both, decided-before-proposed
   */
  @Transactional
  public void confirm(Command command) {
    Asked asked = asked(command, CaseOperation.CONFIRM_MERGE);
    ChildMerge merge = asked.merge();
    Side survivor = asked.side(merge.survivingCase());
    Side merged = asked.side(merge.mergedCase());
    boolean overTwoUnits = !survivor.unitId().equals(merged.unitId());
    Caller caller = callers.current();
    settle(merge.confirm(act(command), caller.unitId().orElseThrow(), overTwoUnits));
    ProposeMerge.refuseClosedOrMerged(merges, survivor, merged);
    asked.reached().pair().merged();
    performed(CaseOperation.CONFIRM_MERGE, merge);
    parts.take(merge, survivor, merged, command.happenedAt());
    Instant now = clock.instant();
    Merges.Moved moved = merges.join(merge.id(), command.happenedAt(), now);
    MergeEvents.merged(merge.id(), survivor.caseId(), moved, command.happenedAt(), now)
        .forEach(outbox::append);
    whoMayKnow.merged(merge.id(), command.happenedAt());
    clocks.rested(merge.id(), now);
  }

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, merge-not-proposed,
   *     decided-before-proposed
   */
  @Transactional
  public void turnDown(Command command) {
    Asked asked = asked(command, CaseOperation.TURN_DOWN_MERGE);
    settle(asked.merge().turnDown(act(command)));
    asked.reached().pair().reopen();
    performed(CaseOperation.TURN_DOWN_MERGE, asked.merge());
    entities.flush();
  }

  /**
   * @param reason not-the-same, wrong-way-round or other
   * @throws ProblemException not-found, forbidden, stale, in-the-future, merge-not-confirmed,
   *     decided-before-proposed
   */
  @Transactional
  public void undo(Command command, String reason) {
    Asked asked = asked(command, CaseOperation.UNDO_MERGE);
    ChildMerge merge = asked.merge();
    settle(merge.undo(act(command), reason));
    asked.reached().pair().reopen();
    performed(CaseOperation.UNDO_MERGE, merge);
    Instant now = clock.instant();
    parts.giveBack(merge, command.happenedAt());
    Merges.Moved restored = merges.part(merge.id(), command.happenedAt(), now);
    MergeEvents.unmerged(merge.id(), merge.survivingCase(), restored, command.happenedAt(), now)
        .forEach(outbox::append);
    whoMayKnow.merged(merge.id(), command.happenedAt());
    clocks.runAgain(merge.id());
  }

  private record Asked(ChildMerge merge, ReachablePairs.Reached reached) {
    Side side(UUID caseId) {
      return reached.one().caseId().equals(caseId) ? reached.one() : reached.other();
    }
  }

  private Asked asked(Command command, CaseOperation operation) {
    ChildMerge merge =
        merges
            .find(command.mergeId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    ReachablePairs.Reached reached = pairs.require(merge.pairId(), operation);
    Preconditions.check(command.expectedVersion(), merge.version());
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    return new Asked(merge, reached);
  }

  private ChildMerge.Act act(Command command) {
    return new ChildMerge.Act(
        callers.current().staffId().orElseThrow(), command.happenedAt(), clock.instant());
  }

  private void performed(CaseOperation operation, ChildMerge merge) {
    audit.performed(
        operation.name(),
        "merge",
        merge.id(),
        "surviving-" + merge.survivingCase(),
        "merged-" + merge.mergedCase());
  }

  private static void settle(ChildMerge.Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case NOT_PROPOSED -> throw new ProblemException(CaseProblem.MERGE_NOT_PROPOSED);
      case NOT_CONFIRMED -> throw new ProblemException(CaseProblem.MERGE_NOT_CONFIRMED);
      case OWN_PROPOSAL -> throw new ProblemException(CaseProblem.MERGE_NEEDS_ANOTHER_PERSON);
      case OTHER_UNIT_DECIDES -> throw new ProblemException(CaseProblem.MERGE_NEEDS_THE_OTHER_UNIT);
      case TOO_EARLY -> throw new ProblemException(CaseProblem.DECIDED_BEFORE_PROPOSED);
    }
  }
}
