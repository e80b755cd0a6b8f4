package org.hifazat.assessment.catalogue.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.catalogue.DraftInstrument;
import org.jspecify.annotations.Nullable;

/** The three files of an instrument, as texts. */
@Schema(name = "InstrumentFiles")
record InstrumentFilesRequest(
    @NotBlank @Schema(description = "form.xml: the XForm in English, Urdu and Pashto.")
        @Nullable String form,
    @NotBlank @Schema(description = "instrument.json: what is known of it besides the form.")
        @Nullable String descriptor,
    @NotBlank @Schema(description = "golden.json: answers and what they must give.")
        @Nullable String golden) {

  DraftInstrument.Files files() {
    return new DraftInstrument.Files(
        Objects.requireNonNull(form),
        Objects.requireNonNull(descriptor),
        Objects.requireNonNull(golden));
  }
}
