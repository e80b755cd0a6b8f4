package org.hifazat.assessment.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.GoldenResult;
import org.jspecify.annotations.Nullable;

/** What the browser's engine made of the golden sets. */
@Schema(name = "CheckInstrument")
record CheckInstrumentRequest(
    @NotNull @Size(max = 1000) @Nullable List<@NotNull @Valid GoldenResult> results) {}
