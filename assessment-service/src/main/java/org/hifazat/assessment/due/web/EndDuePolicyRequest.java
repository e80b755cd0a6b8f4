package org.hifazat.assessment.due.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Ends a policy. */
@Schema(name = "EndDuePolicy")
record EndDuePolicyRequest(
    @NotNull @Schema(description = "The day from which it asks for nothing.")
        @Nullable LocalDate validTo) {}
