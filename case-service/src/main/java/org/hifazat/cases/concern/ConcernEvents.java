package org.hifazat.cases.concern;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.event.ConcernEscalated;
import org.hifazat.cases.event.ConcernJoined;
import org.hifazat.cases.event.ConcernReferredOn;
import org.hifazat.cases.event.ConcernReported;
import org.hifazat.cases.event.ConcernReturned;
import org.hifazat.cases.event.ConcernRouted;
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
        new ConcernTriaged(
            report.id(),
            decision,
            caseId,
            triagedAt,
            report.districtCode(),
            report.urgency(),
            waited(report),
            report.inTime()));
  }

  static OutboxEvent joined(ConcernReport report) {
    Instant at = report.triagedAt().orElseThrow();
    return event(
        ConcernJoined.TYPE,
        report,
        at,
        new ConcernJoined(
            report.id(),
            report.caseId().orElseThrow(),
            report.districtCode(),
            report.urgency(),
            report.concerns(),
            at,
            waited(report),
            report.inTime()));
  }

  static OutboxEvent referredOn(
      ConcernReport report, String bodyKind, @Nullable UUID agencyId, LocalDate followUpOn) {
    Instant at = report.triagedAt().orElseThrow();
    return event(
        ConcernReferredOn.TYPE,
        report,
        at,
        new ConcernReferredOn(
            report.id(),
            report.districtCode(),
            report.urgency(),
            bodyKind,
            agencyId,
            followUpOn,
            at,
            waited(report),
            report.inTime()));
  }

  /** Of the report as it will stand: its version is written by a function. */
  static OutboxEvent routed(ConcernReport report, Routing routing) {
    String id = report.id().toString();
    return new OutboxEvent(
        ConcernRouted.TYPE,
        AGGREGATE,
        id,
        report.version() + 1,
        id,
        routing.routedAt(),
        new ConcernRouted(
            report.id(),
            routing.fromDistrict(),
            routing.fromUnit(),
            routing.toDistrict(),
            routing.toUnit(),
            routing.isBack(),
            report.receivedAt(),
            routing.routedAt()));
  }

  static OutboxEvent returned(ConcernReport report, Instant at) {
    return event(
        ConcernReturned.TYPE,
        report,
        at,
        new ConcernReturned(
            report.id(),
            report.districtCode(),
            report.unitId().orElse(null),
            report.urgency(),
            at,
            report.dueAt()));
  }

  static OutboxEvent escalated(ConcernReport report, String matter, String level, Instant at) {
    Instant due = matter.equals("follow-up") ? report.followUpDue().orElseThrow() : report.dueAt();
    return event(
        ConcernEscalated.TYPE,
        report,
        at,
        new ConcernEscalated(
            report.id(),
            report.districtCode(),
            report.unitId().orElse(null),
            report.urgency(),
            matter,
            level,
            due,
            at));
  }

  private static long waited(ConcernReport report) {
    return Duration.between(report.receivedAt(), report.triagedAt().orElseThrow()).toMinutes();
  }

  private static OutboxEvent event(
      String type, ConcernReport report, Instant occurredAt, Object payload) {
    String id = report.id().toString();
    return new OutboxEvent(type, AGGREGATE, id, report.version(), id, occurredAt, payload);
  }
}
