package org.hifazat.assessment.catalogue.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.catalogue.LicenseInstrument;
import org.jspecify.annotations.Nullable;

/** A licence holder's own wording: the file an organisation loads. */
@Schema(name = "InstrumentWording")
record WordingRequest(
    @NotBlank @Size(max = 64) @Nullable String instrument,
    @NotBlank @Size(max = 32) @Nullable String version,
    @NotBlank @Size(max = 500) @Schema(description = "Where the wording comes from.")
        @Nullable String source,
    @NotNull @Schema(description = "Language to original, validated or working.")
        @Nullable Map<@NotNull String, @NotNull String> translations,
    @NotNull @Schema(description = "Language to the place's key to the text.")
        @Nullable Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull String>> texts) {

  LicenseInstrument.File file() {
    return new LicenseInstrument.File(
        Objects.requireNonNull(instrument),
        Objects.requireNonNull(version),
        Objects.requireNonNull(source),
        Objects.requireNonNull(translations),
        Objects.requireNonNull(texts));
  }
}
