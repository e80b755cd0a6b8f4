package org.hifazat.cases.overview.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.overview.CaseOverview;
import org.jspecify.annotations.Nullable;

/**
 * What of a case stands in a list.
 *
 * @param erased whether the child's words were erased: the number is all that is left of the name
 */
public record CaseLineView(
    UUID id,
    String number,
    String state,
    @Nullable String riskLevel,
    String sex,
    String ageBand,
    @Nullable UUID ownerId,
    UUID unitId,
    String districtCode,
    Instant openedAt,
    String relation,
    @Nullable Instant nextTaskDueAt,
    @Nullable String displayName,
    boolean erased,
    List<String> warnings) {

  static CaseLineView of(CaseOverview.Line line, LocalDate today) {
    return new CaseLineView(
        line.file().id(),
        line.file().number(),
        line.file().state(),
        line.file().riskLevel().map(RiskLevel::label).orElse(null),
        line.sex(),
        AgeBand.of(line.birthYear(), today).label(),
        line.file().ownerId().orElse(null),
        line.file().unitId(),
        line.file().districtCode(),
        line.file().openedAt(),
        line.relation().name(),
        line.nextTaskDueAt(),
        line.displayName(),
        line.erased(),
        line.warnings());
  }
}
