package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** A pair for somebody who wants to do something about it. */
@ApplicationScoped
class ReachablePairs {
  private final Session entities;
  private final Sides sides;
  private final Access access;

  ReachablePairs(Session entities, Sides sides, Access access) {
    this.entities = entities;
    this.sides = sides;
    this.access = access;
  }

  record Reached(DuplicatePair pair, Side one, Side other) {}

  /**
   * @throws ProblemException not-found or forbidden
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Reached require(UUID id, CaseOperation operation) {
    DuplicatePair pair = entities.find(DuplicatePair.class, id);
    if (pair == null || pair.state().equals(DuplicatePair.GONE)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Map<UUID, Side> both = sides.of(List.of(id));
    Side one = both.get(pair.oneCase());
    Side other = both.get(pair.otherCase());
    if (one == null || other == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    access.require(operation, sides.relation(one, other), "duplicate", id);
    return new Reached(pair, one, other);
  }
}
