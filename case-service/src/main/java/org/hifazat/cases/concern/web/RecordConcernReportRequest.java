package org.hifazat.cases.concern.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.hifazat.cases.concern.ChildHint;
import org.hifazat.cases.concern.ConcernPlace;
import org.hifazat.cases.concern.RecordConcernReport;
import org.hifazat.cases.concern.Reporter;
import org.jspecify.annotations.Nullable;

/** What the person at the telephone or the counter writes down. */
public record RecordConcernReportRequest(
    @NotBlank @Size(max = 40) String channel,
    @NotBlank @Size(max = 60) String districtCode,
    @NotNull Instant receivedAt,
    @NotNull @Valid ReporterPart reporter,
    @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 60) String> concerns,
    @NotBlank @Size(max = 40) String urgency,
    @NotBlank @Size(max = 10_000) String narrative,
    @Valid @Nullable PlacePart place,
    @Valid @Nullable ChildHintPart childHint) {

  public record ReporterPart(
      @NotNull @Pattern(regexp = "anonymous|named|protected") String kind,
      @Nullable @Size(min = 1, max = 200) String name,
      @Nullable @Pattern(regexp = "[0-9+() -]{5,25}") String phone,
      @Nullable @Size(min = 1, max = 40) String relation) {}

  /** Where it happens, as far as it was said. */
  public record PlacePart(
      @Nullable @Size(min = 1, max = 500) String description,
      @Nullable @Size(min = 1, max = 100) String tehsil,
      @Nullable @Size(min = 1, max = 100) String unionCouncil) {}

  public record ChildHintPart(
      @Nullable @Size(min = 1, max = 200) String name,
      @Nullable @Pattern(regexp = "female|male|x") String sex,
      @Nullable @Min(0) @Max(25) Integer ageYears,
      @Nullable @Size(min = 1, max = 500) String place) {}

  RecordConcernReport.Command command() {
    ChildHintPart hint = childHint;
    return new RecordConcernReport.Command(
        channel,
        districtCode,
        receivedAt,
        new Reporter(reporter.kind(), reporter.name(), reporter.phone(), reporter.relation()),
        concerns,
        urgency,
        narrative,
        place == null
            ? ConcernPlace.UNKNOWN
            : new ConcernPlace(place.description(), place.tehsil(), place.unionCouncil()),
        hint == null
            ? new ChildHint(null, null, null, null)
            : new ChildHint(hint.name(), hint.sex(), hint.ageYears(), hint.place()));
  }
}
