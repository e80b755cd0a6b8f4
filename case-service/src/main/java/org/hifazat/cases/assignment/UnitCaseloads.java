package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.platform.security.CallerContext;

/** What each worker of the caller's unit has. */
@ApplicationScoped
public class UnitCaseloads {
  private final Caseloads caseloads;
  private final CallerContext callers;
  private final Clock clock;

  UnitCaseloads(Caseloads caseloads, CallerContext callers, Clock clock) {
    this.caseloads = caseloads;
    this.callers = callers;
    this.clock = clock;
  }

  /** Who has least first; empty for somebody without a unit. */
  @Transactional
  public List<Caseloads.Worker> mine() {
    return callers
        .current()
        .unitId()
        .map(unit -> caseloads.ofUnit(unit, KarachiTime.day(clock.instant())))
        .orElse(List.of());
  }
}
