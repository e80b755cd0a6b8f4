package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hifazat.cases.deadline.Deadlines;
import org.hifazat.cases.deadline.Marks;

/** How long a report may wait, by its urgency; the hours are policy. */
@ApplicationScoped
class TriageClock {
  private static final String STEP = "triage-";

  private final Deadlines deadlines;

  TriageClock(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /**
   * @param dueAt the supervisor is told
   * @param commissionAt the Commission is told
   */
  record Due(Instant dueAt, Instant commissionAt) {}

  /** Where no policy covers it, the report is due at once: it must not wait unseen. */
  @Transactional(Transactional.TxType.MANDATORY)
  Due from(String urgency, Instant start) {
    return deadlines
        .of(STEP + urgency, null, start)
        .map(TriageClock::due)
        .orElseGet(
            () -> {
              Instant now = start.truncatedTo(ChronoUnit.MICROS);
              return new Due(now, now);
            });
  }

  private static Due due(Marks marks) {
    return new Due(marks.dueAt(), marks.commissionAt());
  }
}
