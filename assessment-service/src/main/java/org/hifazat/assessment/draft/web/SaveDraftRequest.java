package org.hifazat.assessment.draft.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** What was answered so far. */
@Schema(name = "SaveAssessmentDraft")
record SaveDraftRequest(
    @NotBlank
        @Size(max = Instrument.SUBMISSION_LIMIT)
        @Schema(description = "The ODK instance as XML; may be unfinished.")
        @Nullable String answersXml) {}
