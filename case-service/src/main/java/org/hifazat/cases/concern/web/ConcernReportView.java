package org.hifazat.cases.concern.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.concern.ChildHint;
import org.hifazat.cases.concern.ConcernPlace;
import org.hifazat.cases.concern.ConcernReport;
import org.hifazat.cases.concern.ConcernReportQueries;
import org.hifazat.cases.concern.Reporter;
import org.jspecify.annotations.Nullable;

/** A report as its readers get it. */
public record ConcernReportView(
    UUID id,
    String channel,
    String districtCode,
    @Nullable UUID unitId,
    String urgency,
    List<String> concerns,
    Instant receivedAt,
    Instant recordedAt,
    UUID takenBy,
    String state,
    @Nullable String decision,
    @Nullable String decisionReason,
    @Nullable Instant triagedAt,
    @Nullable UUID caseId,
    Instant dueAt,
    @Nullable Instant escalatedAt,
    @Nullable Instant commissionToldAt,
    @Nullable Instant followUpDue,
    String narrative,
    Reporter reporter,
    ConcernPlace place,
    ChildHint childHint,
    List<ConcernReportQueries.Sent> routings,
    List<ConcernReportQueries.Onward> referrals) {

  static ConcernReportView of(ConcernReportQueries.Whole whole) {
    ConcernReport report = whole.report();
    return new ConcernReportView(
        report.id(),
        report.channel(),
        report.districtCode(),
        report.unitId().orElse(null),
        report.urgency(),
        report.concerns(),
        report.receivedAt(),
        report.recordedAt(),
        report.takenBy(),
        report.state(),
        report.decision().orElse(null),
        whole.decisionReason(),
        report.triagedAt().orElse(null),
        report.caseId().orElse(null),
        report.dueAt(),
        report.escalatedAt().orElse(null),
        report.commissionToldAt().orElse(null),
        report.followUpDue().orElse(null),
        whole.said().narrative(),
        whole.said().reporter(),
        whole.said().place(),
        whole.said().childHint(),
        whole.passed().routings(),
        whole.passed().referrals());
  }
}
