package org.hifazat.assessment.instrument.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Texts;

/** A published version in a list. */
@Schema(name = "Instrument")
record InstrumentView(
    @Schema(required = true, examples = "kp-risk-matrix") String id,
    @Schema(required = true, examples = "1") String version,
    @Schema(required = true) Texts title,
    @Schema(required = true, examples = "risk") String purpose,
    @Schema(required = true, description = "Language to original, working or validated.")
        Map<String, String> translations) {

  static InstrumentView of(Instrument instrument) {
    return new InstrumentView(
        instrument.id(),
        instrument.version(),
        instrument.title(),
        instrument.purpose(),
        instrument.translations());
  }
}
