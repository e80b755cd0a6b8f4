package org.hifazat.cases.duplicates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.event.CaseClosed;
import org.hifazat.cases.event.CaseReopened;
import org.hifazat.cases.event.ChildMerged;
import org.hifazat.cases.event.ChildUnmerged;
import org.hifazat.cases.event.RiskLevelSet;
import org.hifazat.platform.messaging.OutboxEvent;

/**
 * The only place that makes events of merges. They are told of the merged case, in its order; for
 * who knows nothing of merges it closes as a duplicate, and is open again when that is undone.
 */
final class MergeEvents {
  private static final String REASON = "duplicate-merged";

  private MergeEvents() {}

  static List<OutboxEvent> merged(
      UUID merge, UUID survivor, Merges.Moved merged, Instant at, Instant recorded) {
    return List.of(
        event(
            ChildMerged.TYPE,
            merged,
            at,
            new ChildMerged(
                merge,
                merged.caseId(),
                survivor,
                merged.districtCode(),
                merged.unitId(),
                merged.ownerId(),
                at,
                recorded)),
        event(
            CaseClosed.TYPE,
            merged,
            at,
            new CaseClosed(
                merged.caseId(),
                merged.districtCode(),
                merged.unitId(),
                merged.episode(),
                REASON,
                at,
                recorded)));
  }

  static List<OutboxEvent> unmerged(
      UUID merge, UUID survivor, Merges.Moved restored, Instant at, Instant recorded) {
    List<OutboxEvent> events = new ArrayList<>();
    events.add(
        event(
            ChildUnmerged.TYPE,
            restored,
            at,
            new ChildUnmerged(
                merge,
                restored.caseId(),
                survivor,
                restored.districtCode(),
                restored.unitId(),
                restored.ownerId(),
                at,
                recorded)));
    events.add(
        event(
            CaseReopened.TYPE,
            restored,
            at,
            new CaseReopened(
                restored.caseId(),
                restored.districtCode(),
                restored.unitId(),
                restored.ownerId(),
                restored.episode(),
                "merge-undone",
                at,
                recorded)));
    String level = restored.riskLevel();
    Instant setAt = restored.riskSetAt();
    UUID assessment = restored.riskAssessmentId();
    if (level != null && setAt != null && assessment != null) {
      // Reopening begins without a level elsewhere; this case has kept its own.
      events.add(
          event(
              RiskLevelSet.TYPE,
              restored,
              at,
              new RiskLevelSet(
                  restored.caseId(),
                  restored.districtCode(),
                  restored.unitId(),
                  level,
                  null,
                  assessment,
                  setAt,
                  recorded)));
    }
    return events;
  }

  private static OutboxEvent event(
      String type, Merges.Moved moved, Instant occurredAt, Object payload) {
    String id = moved.caseId().toString();
    return new OutboxEvent(type, "case", id, moved.version(), id, occurredAt, payload);
  }
}
