package org.hifazat.assessment.completed.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.completed.Supervision;
import org.jspecify.annotations.Nullable;

/** What the supervising psychologist says of it. */
@Schema(name = "CountersignAssessment")
record CountersignRequest(
    @NotNull @Pattern(regexp = "agreed|not-agreed") @Schema(enumeration = {"agreed", "not-agreed"})
        @Nullable String decision,
    @Size(max = 2000) @Nullable String note) {

  Supervision.Command command(UUID assessmentId) {
    return new Supervision.Command(assessmentId, Objects.requireNonNull(decision), note);
  }
}
