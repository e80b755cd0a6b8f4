package org.hifazat.assessment.catalogue.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why no new assessment may use the version. */
@Schema(name = "RetireInstrument")
record RetireInstrumentRequest(@NotBlank @Size(max = 500) @Nullable String reason) {}
