package org.hifazat.assessment.response.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.response.TakeResponse;
import org.jspecify.annotations.Nullable;

/** Takes an offered response into the plan. */
@Schema(name = "TakeResponse")
record TakeResponseRequest(
    @NotNull
        @Pattern(regexp = "en|ur|ps")
        @Schema(
            enumeration = {"en", "ur", "ps"},
            description = "In which the plan is to say it.")
        @Nullable String language,
    @Schema(description = "Absent: the day it is proposed for, or today.")
        @Nullable LocalDate dueOn) {

  TakeResponse.Command command(UUID assessmentId, String response) {
    return new TakeResponse.Command(
        assessmentId, response, Objects.requireNonNull(language), dueOn);
  }
}
