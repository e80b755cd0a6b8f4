package org.hifazat.cases.safety.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.safety.MakeSafetyPlan;
import org.hifazat.cases.safety.SafetyPlanContent;
import org.jspecify.annotations.Nullable;

/**
 * What is done when danger comes.
 *
 * @param reason needed unless both child and caregiver agree
 */
public record SafetyPlanRequest(
    @NotBlank @Size(max = 2000) String dangers,
    @NotBlank @Size(max = 2000) String childDoes,
    @NotBlank @Size(max = 2000) String adultsDo,
    @NotNull @Valid @Size(min = 1, max = 10) List<@NotNull @Valid PersonRequest> people,
    @NotNull @Size(max = 10) List<@NotBlank @Size(max = 300) String> places,
    @NotNull @Pattern(regexp = "agreed|not-agreed|not-asked") String childSays,
    @NotNull @Pattern(regexp = "agreed|not-agreed|not-asked") String caregiverSays,
    @Nullable @Size(min = 1, max = 1000) String reason,
    @NotNull Instant happenedAt,
    @Nullable LocalDate reviewOn) {

  public record PersonRequest(
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(min = 1, max = 200) String relation,
      @Nullable @Size(min = 1, max = 300) String reach) {}

  MakeSafetyPlan.Command toCommand(UUID caseId) {
    return new MakeSafetyPlan.Command(
        caseId,
        new SafetyPlanContent(
            dangers,
            childDoes,
            adultsDo,
            people.stream()
                .map(one -> new SafetyPlanContent.Person(one.name(), one.relation(), one.reach()))
                .toList(),
            places,
            childSays,
            caregiverSays,
            reason),
        happenedAt,
        reviewOn);
  }
}
