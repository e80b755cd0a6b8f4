package org.hifazat.cases.overview.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.consent.web.ConsentView;
import org.hifazat.cases.overview.CaseOverview;
import org.hifazat.cases.task.web.TaskView;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** A case in full, for its owner and the unit's supervisors. */
public record CaseView(
    UUID id,
    String number,
    String state,
    List<String> warnings,
    @Nullable String riskLevel,
    @Nullable Instant riskSetAt,
    @Nullable UUID riskAssessmentId,
    UUID unitId,
    String districtCode,
    @Nullable UUID ownerId,
    Instant openedAt,
    Instant recordedAt,
    List<String> concerns,
    ChildView child,
    List<ConsentView> consents,
    List<TaskView> tasks,
    @Nullable String doneTasksNext,
    @Nullable UUID concernReportId) {

  public record NamesView(
      String given, @Nullable String father, @Nullable String knownAs, String script) {}

  /**
   * @param ageYears completed years today, estimated where only an estimate exists
   */
  public record ChildView(
      UUID id,
      NamesView names,
      String sex,
      @Nullable LocalDate birthDate,
      int birthYear,
      int ageYears,
      String ageBasis,
      String ageBand,
      @Nullable String language,
      @Nullable String address,
      @Nullable String safeContact) {}

  static CaseView of(CaseOverview.Whole whole, Page<TaskView> done, Instant now) {
    CaseFile file = whole.file();
    return new CaseView(
        file.id(),
        file.number(),
        file.state(),
        whole.warnings(),
        file.riskLevel().map(RiskLevel::label).orElse(null),
        file.riskSetAt().orElse(null),
        file.riskAssessmentId().orElse(null),
        file.unitId(),
        file.districtCode(),
        file.ownerId().orElse(null),
        file.openedAt(),
        file.recordedAt(),
        file.concerns(),
        child(whole.childId(), whole.child(), KarachiTime.day(now)),
        whole.consents().stream().map(ConsentView::of).toList(),
        Stream.concat(
                whole.tasks().stream().map(task -> TaskView.of(task, now)), done.items().stream())
            .sorted(Comparator.comparing(TaskView::dueAt).thenComparing(TaskView::id))
            .toList(),
        done.next().orElse(null),
        file.concernReportId().orElse(null));
  }

  private static ChildView child(UUID id, ChildParticulars child, LocalDate today) {
    int years = AgeBand.years(child.age().birthDate(), child.age().birthYear(), today);
    return new ChildView(
        id,
        new NamesView(child.givenName(), child.fatherName(), child.knownAs(), child.nameScript()),
        child.sex(),
        child.age().birthDate(),
        child.age().birthYear(),
        years,
        child.age().basis(),
        AgeBand.ofYears(years).label(),
        child.language(),
        child.address(),
        child.safeContact());
  }
}
