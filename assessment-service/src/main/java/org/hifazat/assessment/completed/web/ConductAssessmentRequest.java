package org.hifazat.assessment.completed.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.completed.Circumstances;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** A filled form. */
@Schema(name = "ConductAssessment")
record ConductAssessmentRequest(
    @NotBlank @Size(max = 64) @Schema(examples = "kp-risk-matrix") @Nullable String instrumentId,
    @NotBlank @Size(max = 32) @Schema(examples = "1") @Nullable String instrumentVersion,
    @NotNull @Schema(description = "When it was conducted; may lie in the past.")
        @Nullable Instant conductedAt,
    @NotBlank
        @Size(max = Instrument.SUBMISSION_LIMIT)
        @Schema(description = "The filled ODK instance as XML. Its calculated values are checked.")
        @Nullable String submission,
    @Pattern(regexp = "child|caregiver|worker")
        @Schema(
            enumeration = {"child", "caregiver", "worker"},
            description = "Absent: whom the instrument asks.")
        @Nullable String respondent,
    @Schema(description = "The psychologist under whose supervision it was conducted.")
        @Nullable UUID supervisedBy,
    @Schema(
            description =
                "Another draft's or assessment's occasion: each respondent answers apart.")
        @Nullable UUID occasionId,
    @Schema(description = "Which person of the case answered.") @Nullable UUID respondentId) {

  ConductAssessment.Command command(UUID caseId) {
    return new ConductAssessment.Command(
        caseId,
        given(instrumentId),
        given(instrumentVersion),
        given(conductedAt),
        given(submission),
        new Circumstances(respondent, respondentId, occasionId, supervisedBy));
  }

  /** Bean Validation has refused a request without it. */
  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("not validated");
    }
    return value;
  }
}
