package org.hifazat.assessment.completed.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/** An assessment's result. The answers are read apart. */
@Schema(name = "Assessment")
record AssessmentView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID caseId,
    @Schema(required = true) String instrumentId,
    @Schema(required = true) String instrumentVersion,
    @Schema(
            enumeration = {"high", "medium", "low"},
            description = "Given by an instrument whose purpose is risk.")
        @Nullable String riskLevel,
    @Schema(required = true, description = "What the form calculated.", examples = "medium")
        String band,
    @Schema(required = true, description = "Enough was answered for the score to mean anything.")
        boolean valid,
    @Schema(required = true, description = "The server's own.") int score,
    @Schema(required = true, description = "How the score came about, in order.")
        List<Line> arithmetic,
    @Schema(required = true, description = "Codes of the form's choices; any one forces high.")
        List<String> redFlags,
    @Schema(required = true) Instant conductedAt,
    @Schema(required = true) Instant recordedAt,
    @Schema(
            required = true,
            description = "The submission claimed a score, band or sum that was not the server's.")
        boolean claimedScoreRejected) {

  /** One line of the sum. */
  @Schema(name = "ArithmeticLine")
  record Line(
      @Schema(required = true, examples = "likelihood") String question,
      @Schema(required = true) int value,
      @Schema(required = true) Texts label) {}

  static AssessmentView of(CompletedAssessment assessment, InstrumentCatalogue instruments) {
    Optional<Instrument> instrument =
        instruments.find(assessment.instrumentId(), assessment.instrumentVersion());
    return new AssessmentView(
        assessment.id(),
        assessment.caseId(),
        assessment.instrumentId(),
        assessment.instrumentVersion(),
        assessment.riskLevel(),
        assessment.band(),
        assessment.valid(),
        assessment.score(),
        assessment.arithmetic().stream()
            .map(
                line -> new Line(line.question(), line.value(), label(instrument, line.question())))
            .toList(),
        assessment.redFlags(),
        assessment.conductedAt(),
        assessment.recordedAt(),
        !assessment.rejectedClaims().isEmpty());
  }

  private static Texts label(Optional<Instrument> instrument, String question) {
    return instrument
        .map(known -> known.label(question))
        .orElse(new Texts(question, question, question));
  }
}
