package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** The way to a transfer that somebody wants to answer or take back. */
@ApplicationScoped
class ReachTransfer {
  private final Session entities;
  private final Relations relations;
  private final Access access;
  private final CallerContext callers;
  private final Clock clock;

  ReachTransfer(
      Session entities, Relations relations, Access access, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.relations = relations;
    this.access = access;
    this.callers = callers;
    this.clock = clock;
  }

  /** Which side of it may do it. */
  enum Side {
    SENDER,
    RECEIVER
  }

  /** An end as it was asked for. */
  record End(UUID transferId, long expectedVersion, Instant happenedAt) {}

  /**
   * Locked: of two who end it at once the second finds it ended.
   *
   * @throws ProblemException not-found, forbidden, transfer-not-pending, stale, transfer-own,
   *     in-the-future or decided-before-requested
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CaseTransfer toEnd(CaseOperation operation, Side side, End end) {
    CaseTransfer transfer =
        Optional.ofNullable(
                entities.find(CaseTransfer.class, end.transferId(), LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(operation, standing(transfer, side), "transfer", transfer.id());
    if (!transfer.isPending()) {
      throw new ProblemException(CaseProblem.TRANSFER_NOT_PENDING);
    }
    Preconditions.check(end.expectedVersion(), transfer.version());
    if (side == Side.RECEIVER
        && callers.current().staffId().filter(transfer.proposedBy()::equals).isPresent()) {
      throw new ProblemException(CaseProblem.TRANSFER_OWN);
    }
    if (end.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (end.happenedAt().isBefore(transfer.proposedAt())) {
      throw new ProblemException(CaseProblem.DECIDED_BEFORE_REQUESTED);
    }
    return transfer;
  }

  private Relation standing(CaseTransfer transfer, Side side) {
    return switch (side) {
      case SENDER -> relations.to(transfer.fromUnit(), transfer.proposedBy());
      case RECEIVER ->
          transfer.toUnit().map(unit -> relations.to(unit, null)).orElse(Relation.OTHER_UNIT);
    };
  }

  CaseTransfer.Act act(Instant happenedAt) {
    return new CaseTransfer.Act(
        callers.current().staffId().orElseThrow(), happenedAt, clock.instant());
  }
}
