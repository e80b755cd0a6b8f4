package org.hifazat.assessment.draft.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why it is given up. */
@Schema(name = "DiscardAssessmentDraft")
record DiscardDraftRequest(@NotBlank @Size(min = 3, max = 1000) @Nullable String reason) {}
