package org.hifazat.cases.particulars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.event.ChildParticularsChanged;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;

/** Puts it on the timeline, and tells others, that a child's particulars are not what they were. */
@ApplicationScoped
public class TellOfChange {
  private final Timeline timeline;
  private final Outbox outbox;
  private final Clock clock;

  TellOfChange(Timeline timeline, Outbox outbox, Clock clock) {
    this.timeline = timeline;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param parts codes of what differs
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changed(
      UUID caseId, Child child, ChildParticulars now, List<String> parts, Instant happenedAt) {
    timeline.happened(
        caseId, "child-particulars-changed", happenedAt, null, parts.toArray(String[]::new));
    Instant recordedAt = clock.instant();
    int years =
        AgeBand.years(now.age().birthDate(), child.birthYear(), KarachiTime.day(recordedAt));
    outbox.append(
        new OutboxEvent(
            ChildParticularsChanged.TYPE,
            "child",
            child.id().toString(),
            child.version(),
            caseId.toString(),
            happenedAt,
            new ChildParticularsChanged(
                caseId,
                child.sex(),
                AgeBand.ofYears(years).label(),
                parts,
                happenedAt,
                recordedAt)));
  }
}
