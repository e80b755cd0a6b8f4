package org.hifazat.assessment.completed.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.completed.AmendAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** The form as it should have been filled, and what was wrong. */
@Schema(name = "AddAddendum")
record AddendumRequest(
    @NotBlank
        @Size(max = Instrument.SUBMISSION_LIMIT)
        @Schema(description = "The whole filled ODK instance as XML, for the same occasion.")
        @Nullable String answersXml,
    @NotBlank @Size(min = 3, max = 1000) @Nullable String reason,
    @Schema(description = "The psychologist who supervises; absent: as before.")
        @Nullable UUID supervisedBy) {

  AmendAssessment.Command command(UUID assessmentId) {
    return new AmendAssessment.Command(
        assessmentId,
        Objects.requireNonNull(answersXml),
        Objects.requireNonNull(reason),
        supervisedBy);
  }
}
