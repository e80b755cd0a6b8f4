package org.hifazat.cases.concern;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.event.ConcernReported;
import org.hifazat.cases.event.ConcernTriaged;
import org.hifazat.platform.messaging.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** The only place that makes events of reports. */
final class ConcernEvents {
  private static final String AGGREGATE = "concern-report";

  private ConcernEvents() {}

  static OutboxEvent reported(ConcernReport report) {
    return event(
        ConcernReported.TYPE,
        report,
        report.receivedAt(),
        new ConcernReported(
            report.id(),
            report.channel(),
            report.districtCode(),
            report.unitId().orElse(null),
            report.urgency(),
            report.concerns(),
            report.receivedAt(),
            report.recordedAt()));
  }

  static OutboxEvent triaged(
      ConcernReport report, String decision, @Nullable UUID caseId, Instant triagedAt) {
    return event(
        ConcernTriaged.TYPE,
        report,
        triagedAt,
        new ConcernTriaged(report.id(), decision, caseId, triagedAt));
  }

  private static OutboxEvent event(
      String type, ConcernReport report, Instant occurredAt, Object payload) {
    String id = report.id().toString();
    return new OutboxEvent(type, AGGREGATE, id, report.version(), id, occurredAt, payload);
  }
}
