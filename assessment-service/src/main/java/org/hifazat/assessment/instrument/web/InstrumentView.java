package org.hifazat.assessment.instrument.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Administration;
import org.hifazat.assessment.instrument.Ages;
import org.hifazat.assessment.instrument.AlarmRule;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.Licence;
import org.hifazat.assessment.instrument.Respondent;
import org.hifazat.assessment.instrument.ScoringNotes;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/** A version of an instrument in a list. */
@Schema(name = "Instrument")
record InstrumentView(
    @Schema(required = true, examples = "kp-risk-matrix") String id,
    @Schema(required = true, examples = "1") String version,
    @Schema(required = true) Texts title,
    @Schema(required = true, examples = "risk") String purpose,
    @Schema(required = true, description = "Language to original, working or validated.")
        Map<String, String> translations,
    @Schema(required = true) Ages ages,
    @Schema(
            required = true,
            enumeration = {"child", "caregiver", "worker"})
        Respondent respondent,
    @Schema(
            required = true,
            enumeration = {"any-caseworker", "clinical"})
        Administration administration,
    @Schema(required = true) Licence licence,
    @Schema(required = true) ScoringNotes scoring,
    @Schema(required = true, description = "Answers that interrupt.") List<AlarmRule> alarms,
    @Schema(required = true, description = "A screen is no diagnosis.") boolean screeningOnly,
    @Schema(required = true) ResultPaths result) {

  /** Where the form keeps its result. */
  @Schema(name = "InstrumentResult")
  record ResultPaths(
      @Schema(required = true) String score,
      @Schema(required = true) String band,
      @Schema(required = true) String valid,
      @Nullable String redFlags,
      @Schema(required = true) List<String> arithmetic) {}

  static InstrumentView of(Instrument instrument) {
    InstrumentDescriptor descriptor = instrument.descriptor();
    return new InstrumentView(
        descriptor.id(),
        descriptor.version(),
        descriptor.title(),
        descriptor.purpose(),
        descriptor.translations(),
        descriptor.ages(),
        descriptor.respondent(),
        descriptor.administration(),
        descriptor.licence(),
        descriptor.scoring(),
        descriptor.alarms(),
        descriptor.screeningOnly(),
        new ResultPaths(
            descriptor.score(),
            descriptor.band(),
            descriptor.valid(),
            descriptor.redFlags(),
            descriptor.arithmetic()));
  }
}
