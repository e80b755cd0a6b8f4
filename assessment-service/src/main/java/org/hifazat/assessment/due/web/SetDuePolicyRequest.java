package org.hifazat.assessment.due.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.due.DuePolicies;
import org.jspecify.annotations.Nullable;

/** Asks for an assessment from a day on. */
@Schema(name = "SetDuePolicy")
record SetDuePolicyRequest(
    @NotBlank @Size(max = 64) @Nullable String purpose,
    @Pattern(regexp = "identified|assessed|planned|in-implementation|under-review")
        @Nullable String step,
    @Pattern(regexp = "high|medium|low") @Nullable String riskLevel,
    @Min(0) @Max(300) int fromMonths,
    @Min(0) @Max(300) @Nullable Integer toMonths,
    boolean afterContact,
    @Min(1) @Max(8784) int withinHours,
    @NotNull @Nullable LocalDate validFrom,
    @NotBlank @Size(max = 500) @Nullable String source) {

  DuePolicies.Command command() {
    return new DuePolicies.Command(
        new DuePolicies.Question(
            Objects.requireNonNull(purpose), step, riskLevel, fromMonths, toMonths, afterContact),
        withinHours,
        Objects.requireNonNull(validFrom),
        Objects.requireNonNull(source).strip());
  }
}
