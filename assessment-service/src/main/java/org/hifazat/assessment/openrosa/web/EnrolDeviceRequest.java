package org.hifazat.assessment.openrosa.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device of the caller's own. */
@Schema(name = "EnrolDevice")
record EnrolDeviceRequest(
    @NotBlank
        @Size(max = 60)
        @Schema(description = "What its owner calls it.", examples = "Office tablet")
        @Nullable String label) {}
