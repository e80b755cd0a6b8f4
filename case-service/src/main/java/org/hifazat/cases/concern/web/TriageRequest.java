package org.hifazat.cases.concern.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.concern.JoinCase;
import org.hifazat.cases.concern.ReferOn;
import org.hifazat.cases.concern.RouteReport;
import org.hifazat.cases.concern.TriageConcernReport;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A triage decision.
 *
 * @param reason needed for no-concern, refer-on and wrong-district
 * @param caseNumber needed for join-case
 * @param districtCode the right one, needed for wrong-district
 * @param referOn needed for refer-on
 * @param child and searchToken needed for open-case
 * @param concerns codes of the list concern; empty or absent takes over the report's
 */
public record TriageRequest(
    @NotNull @Pattern(regexp = "open-case|join-case|refer-on|no-concern|wrong-district")
        String decision,
    @NotNull Instant triagedAt,
    @Nullable @Size(min = 1, max = 4000) String reason,
    @Nullable @Size(max = 100) String searchToken,
    @Valid @Nullable ChildPart child,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> concerns,
    @Nullable @Size(min = 1, max = 40) String caseNumber,
    @Nullable @Size(min = 1, max = 60) String districtCode,
    @Valid @Nullable ReferOnPart referOn) {

  /** Whom the report is for now, and when somebody asks what became of it. */
  public record ReferOnPart(
      @NotBlank @Size(max = 60) String bodyKind,
      @Nullable UUID agencyId,
      @NotNull LocalDate followUpOn) {}

  public record NamesPart(
      @NotBlank @Size(max = 200) String given,
      @Nullable @Size(min = 1, max = 200) String father,
      @Nullable @Size(min = 1, max = 200) String knownAs,
      @NotNull @Pattern(regexp = "latn|arab") String script) {}

  /** Either birthDate, or estimatedAgeYears with ageBasis. */
  public record ChildPart(
      @NotNull @Valid NamesPart names,
      @NotNull @Pattern(regexp = "female|male|x") String sex,
      @Nullable LocalDate birthDate,
      @Nullable @Min(0) @Max(25) Integer estimatedAgeYears,
      @Nullable @Pattern(regexp = "stated|document|appearance|assessment") String ageBasis,
      @Nullable @Size(min = 1, max = 20) String language,
      @Nullable @Size(min = 1, max = 1000) String address,
      @Nullable @Size(min = 1, max = 500) String safeContact,
      @Nullable @Pattern(regexp = "[0-9+() -]{5,25}") String phone,
      @Nullable @Pattern(regexp = "\\d{5}-?\\d{7}-?\\d") String cnic) {

    ChildParticulars particulars(LocalDate today) {
      return new ChildParticulars(
          names.given(),
          names.father(),
          names.knownAs(),
          names.script(),
          sex,
          age(today),
          language,
          address,
          safeContact);
    }

    private Age age(LocalDate today) {
      if (birthDate != null) {
        return Age.known(birthDate);
      }
      if (estimatedAgeYears == null || ageBasis == null) {
        throw new ProblemException(CaseProblem.AGE_MISSING);
      }
      return Age.estimated(estimatedAgeYears, ageBasis, today);
    }
  }

  TriageConcernReport.OpenCommand open(UUID reportId, long version, LocalDate onDay) {
    ChildPart part = child;
    if (part == null) {
      throw new ProblemException(CaseProblem.CHILD_MISSING);
    }
    return new TriageConcernReport.OpenCommand(
        reportId,
        version,
        triagedAt,
        searchToken,
        part.particulars(onDay),
        part.phone(),
        part.cnic(),
        concerns == null ? List.of() : concerns);
  }

  TriageConcernReport.NoConcernCommand noConcern(UUID reportId, long version) {
    return new TriageConcernReport.NoConcernCommand(reportId, version, triagedAt, neededReason());
  }

  JoinCase.Command join(UUID reportId, long version) {
    if (caseNumber == null || caseNumber.isBlank()) {
      throw new ProblemException(CaseProblem.CASE_NUMBER_NEEDED);
    }
    return new JoinCase.Command(reportId, version, triagedAt, caseNumber, reason);
  }

  ReferOn.Command referOn(UUID reportId, long version) {
    ReferOnPart part = referOn;
    if (part == null) {
      throw new ProblemException(CaseProblem.BODY_NEEDED);
    }
    return new ReferOn.Command(
        reportId,
        version,
        triagedAt,
        part.bodyKind(),
        part.agencyId(),
        neededReason(),
        part.followUpOn());
  }

  RouteReport.Command route(UUID reportId, long version) {
    if (districtCode == null) {
      throw new ProblemException(CaseProblem.DISTRICT_NEEDED);
    }
    return new RouteReport.Command(reportId, version, triagedAt, districtCode, neededReason());
  }

  private String neededReason() {
    String why = reason;
    if (why == null || why.isBlank()) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
    return why;
  }
}
