package org.hifazat.cases.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.event.CaseOpened;
import org.hifazat.cases.event.RiskLevelSet;
import org.hifazat.platform.messaging.OutboxEvent;

/** The only place that makes events of cases. */
public final class CaseEvents {
  private static final String AGGREGATE = "case";

  private CaseEvents() {}

  static OutboxEvent opened(CaseFile file, String sex, String ageBand) {
    return event(
        CaseOpened.TYPE,
        file,
        file.openedAt(),
        new CaseOpened(
            file.id(),
            file.number(),
            file.unitId(),
            file.districtCode(),
            file.ownerId().orElse(null),
            sex,
            ageBand,
            file.concerns(),
            file.openedAt(),
            file.recordedAt()));
  }

  /** A case's level was set, for the first time or to a higher one. */
  public static OutboxEvent riskLevelSet(
      CaseFile file,
      RiskLevel level,
      Optional<RiskLevel> previous,
      UUID assessmentId,
      Instant setAt,
      Instant recordedAt) {
    return event(
        RiskLevelSet.TYPE,
        file,
        setAt,
        new RiskLevelSet(
            file.id(),
            file.districtCode(),
            file.unitId(),
            level.label(),
            previous.map(RiskLevel::label).orElse(null),
            assessmentId,
            setAt,
            recordedAt));
  }

  private static OutboxEvent event(String type, CaseFile file, Instant occurredAt, Object payload) {
    String id = file.id().toString();
    return new OutboxEvent(type, AGGREGATE, id, file.version(), id, occurredAt, payload);
  }
}
