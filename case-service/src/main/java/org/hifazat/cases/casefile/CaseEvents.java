package org.hifazat.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.event.CaseAssigned;
import org.hifazat.cases.event.CaseClosed;
import org.hifazat.cases.event.CaseMembersChanged;
import org.hifazat.cases.event.CaseMoved;
import org.hifazat.cases.event.CaseOpened;
import org.hifazat.cases.event.CaseReopened;
import org.hifazat.cases.event.CaseTransferred;
import org.hifazat.cases.event.RiskLevelSet;
import org.hifazat.cases.event.RiskLevelTakenBack;
import org.hifazat.platform.messaging.OutboxEvent;
import org.jspecify.annotations.Nullable;

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

  /** The case has no level any more. */
  public static OutboxEvent riskLevelTakenBack(CaseFile file, RiskLevel previous, Instant at) {
    return event(
        RiskLevelTakenBack.TYPE,
        file,
        at,
        new RiskLevelTakenBack(
            file.id(), file.districtCode(), file.unitId(), previous.label(), at, at));
  }

  /** A case took a step and stays open. */
  public static OutboxEvent moved(CaseFile file, CaseState from, Instant recordedAt) {
    return event(
        CaseMoved.TYPE,
        file,
        file.stateSince(),
        new CaseMoved(
            file.id(),
            file.districtCode(),
            file.unitId(),
            file.episode(),
            from.label(),
            file.state(),
            file.stateSince(),
            recordedAt));
  }

  /** A case's episode ended. */
  public static OutboxEvent closed(CaseFile file, String reason, Instant recordedAt) {
    return event(
        CaseClosed.TYPE,
        file,
        file.stateSince(),
        new CaseClosed(
            file.id(),
            file.districtCode(),
            file.unitId(),
            file.episode(),
            reason,
            file.stateSince(),
            recordedAt));
  }

  /** A closed case began its next episode. */
  public static OutboxEvent reopened(CaseFile file, String reason, Instant recordedAt) {
    return event(
        CaseReopened.TYPE,
        file,
        file.stateSince(),
        new CaseReopened(
            file.id(),
            file.districtCode(),
            file.unitId(),
            file.ownerId().orElse(null),
            file.episode(),
            reason,
            file.stateSince(),
            recordedAt));
  }

  /** Somebody else is responsible for a case. */
  public static OutboxEvent assigned(
      CaseFile file, @Nullable UUID previousOwner, Instant recordedAt) {
    return event(
        CaseAssigned.TYPE,
        file,
        file.ownedSince(),
        new CaseAssigned(
            file.id(),
            file.districtCode(),
            file.unitId(),
            file.ownerId().orElseThrow(),
            previousOwner,
            file.ownedSince(),
            recordedAt));
  }

  /** Where a transferred case came from. */
  public record From(UUID transferId, UUID unitId, String districtCode) {}

  /** Another unit has a case. */
  public static OutboxEvent transferred(CaseFile file, From from, Instant recordedAt) {
    return event(
        CaseTransferred.TYPE,
        file,
        file.ownedSince(),
        new CaseTransferred(
            file.id(),
            from.transferId(),
            from.unitId(),
            from.districtCode(),
            file.unitId(),
            file.districtCode(),
            file.ownerId().orElseThrow(),
            file.ownedSince(),
            recordedAt));
  }

  /** Others than before work on a case or may know of it. */
  static OutboxEvent membersChanged(WhoMayKnow.Reached reached, Instant at, Instant recordedAt) {
    String id = reached.caseId().toString();
    List<UUID> named = reached.namedIds();
    return new OutboxEvent(
        CaseMembersChanged.TYPE,
        AGGREGATE,
        id,
        reached.version(),
        id,
        at,
        new CaseMembersChanged(
            reached.caseId(),
            reached.districtCode(),
            reached.unitId(),
            reached.memberIds(),
            named != null,
            named == null ? List.of() : named,
            at,
            recordedAt));
  }

  private static OutboxEvent event(String type, CaseFile file, Instant occurredAt, Object payload) {
    String id = file.id().toString();
    return new OutboxEvent(type, AGGREGATE, id, file.version(), id, occurredAt, payload);
  }
}
