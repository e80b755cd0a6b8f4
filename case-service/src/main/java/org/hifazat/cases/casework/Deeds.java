package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.security.AuditLog;

/** Tells what was done: the case's story, the audit trail and, by an event, the other services. */
@ApplicationScoped
public class Deeds {
  private final Timeline timeline;
  private final AuditLog audit;
  private final Outbox outbox;

  Deeds(Timeline timeline, AuditLog audit, Outbox outbox) {
    this.timeline = timeline;
    this.audit = audit;
    this.outbox = outbox;
  }

  /** Of interest to readers of the case only. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void done(Deed deed) {
    String[] codes = deed.codes().toArray(String[]::new);
    timeline.happened(deed.file().id(), deed.kind(), deed.happenedAt(), deed.subjectId(), codes);
    audit.performed(deed.operation().name(), deed.subjectType(), deed.subjectId(), codes);
  }

  /** Told to the others as well; in order with everything else of the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void done(Deed deed, String eventType, Object payload) {
    done(deed);
    outbox.append(
        new OutboxEvent(
            eventType,
            deed.subjectType(),
            deed.subjectId().toString(),
            deed.version(),
            deed.file().id().toString(),
            deed.happenedAt(),
            payload));
  }
}
