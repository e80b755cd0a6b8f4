package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Keeps what somebody thinks of a pair. Another may think otherwise later: both stay on record. */
@ApplicationScoped
public class DecideDuplicate {
  private final Session entities;
  private final ReachablePairs pairs;
  private final Merges merges;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  DecideDuplicate(
      Session entities,
      ReachablePairs pairs,
      Merges merges,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.pairs = pairs;
    this.merges = merges;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param decision same, different or unsure
   */
  public record Command(UUID pairId, long expectedVersion, String decision, Instant happenedAt) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, duplicate-already-merged,
   *     merge-pending
   */
  @Transactional
  public void handle(Command command) {
    DuplicatePair pair = pairs.require(command.pairId(), CaseOperation.DECIDE_DUPLICATE).pair();
    Preconditions.check(command.expectedVersion(), pair.version());
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (merges.pending(pair.id())) {
      throw new ProblemException(CaseProblem.MERGE_PENDING);
    }
    if (!pair.decide(command.decision())) {
      throw new ProblemException(CaseProblem.DUPLICATE_ALREADY_MERGED);
    }
    record(pair.id(), command.decision(), command.happenedAt());
    audit.performed(
        CaseOperation.DECIDE_DUPLICATE.name(), "duplicate", pair.id(), command.decision());
    entities.flush();
  }

  /** Part of a proposal to merge too, which says "same". */
  @Transactional(Transactional.TxType.MANDATORY)
  void record(UUID pair, String decision, Instant happenedAt) {
    Caller caller = callers.current();
    entities
        .createNativeQuery(
            """
            insert into duplicate_decision (id, pair_id, decision, decided_by, unit_id, happened_at, recorded_at)
            values (:id, :pair, :decision, :by, :unit, :happened, :recorded)\
            """)
        .setParameter("id", ids.next())
        .setParameter("pair", pair)
        .setParameter("decision", decision)
        .setParameter("by", caller.staffId().orElseThrow())
        .setParameter("unit", caller.unitId().orElseThrow())
        .setParameter("happened", happenedAt.atOffset(ZoneOffset.UTC))
        .setParameter("recorded", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
