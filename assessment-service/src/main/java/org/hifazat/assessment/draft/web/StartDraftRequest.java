package org.hifazat.assessment.draft.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.completed.Circumstances;
import org.hifazat.assessment.draft.StartDraft;
import org.jspecify.annotations.Nullable;

/** What is begun. */
@Schema(name = "StartAssessmentDraft")
record StartDraftRequest(
    @NotBlank @Size(max = 64) @Schema(examples = "phq-a") @Nullable String instrumentId,
    @NotBlank @Size(max = 32) @Schema(examples = "1") @Nullable String instrumentVersion,
    @NotNull
        @Pattern(regexp = "child|caregiver|worker")
        @Schema(enumeration = {"child", "caregiver", "worker"})
        @Nullable String respondent,
    @NotNull @Schema(description = "When it is conducted; may lie in the past.")
        @Nullable Instant conductedAt,
    @Schema(description = "The psychologist under whose supervision it is conducted.")
        @Nullable UUID supervisedBy,
    @Schema(
            description =
                "Another draft's or assessment's occasion: each respondent answers apart.")
        @Nullable UUID occasionId,
    @Schema(description = "Which person of the case answers.") @Nullable UUID respondentId) {

  StartDraft.Command command(UUID caseId) {
    return new StartDraft.Command(
        caseId,
        Objects.requireNonNull(instrumentId),
        Objects.requireNonNull(instrumentVersion),
        Objects.requireNonNull(conductedAt),
        new Circumstances(respondent, respondentId, occasionId, supervisedBy));
  }
}
