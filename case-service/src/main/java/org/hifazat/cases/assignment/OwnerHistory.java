package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** Owners that came with something else than an assignment. */
@ApplicationScoped
public class OwnerHistory {
  private final Session entities;
  private final Caseloads caseloads;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  OwnerHistory(
      Session entities, Caseloads caseloads, CallerContext callers, IdSource ids, Clock clock) {
    this.entities = entities;
    this.caseloads = caseloads;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** The case came to its present owner with a transfer. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void transferred(CaseFile file, @Nullable UUID previousOwner, Instant at) {
    Instant now = clock.instant();
    UUID owner = file.ownerId().orElseThrow();
    Caseload load = caseloads.of(owner, KarachiTime.day(now));
    entities.persist(
        OwnerChange.of(
            ids.next(),
            file.id(),
            previousOwner,
            new OwnerChange.Act(owner, callers.current().staffId().orElseThrow(), at, now),
            new OwnerChange.Load(load.open() - 1, load.band().label()),
            new OwnerChange.Words(null, null)));
  }
}
