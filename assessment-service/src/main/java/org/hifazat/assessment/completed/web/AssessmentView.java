package org.hifazat.assessment.completed.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.completed.AssessmentQueries;
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
    @Schema(required = true, description = "What the instrument is for.", examples = "risk")
        String purpose,
    @Schema(
            enumeration = {"high", "medium", "low"},
            description = "Given by an instrument whose purpose is risk.")
        @Nullable String riskLevel,
    @Schema(required = true, description = "What the form calculated.", examples = "medium")
        String band,
    @Schema(required = true, description = "Enough was answered for the score to mean anything.")
        boolean valid,
    @Schema(description = "The server's own; absent when too much was left out to score it.")
        @Nullable Integer score,
    @Schema(required = true, description = "How the score came about, in order.")
        List<Line> arithmetic,
    @Schema(required = true, description = "Codes of the form's choices; any one forces high.")
        List<String> redFlags,
    @Schema(required = true) Instant conductedAt,
    @Schema(required = true) Instant recordedAt,
    @Schema(
            required = true,
            description = "The submission claimed a score, band or sum that was not the server's.")
        boolean claimedScoreRejected,
    @Schema(required = true) UUID conductedBy,
    @Schema(
            required = true,
            enumeration = {"child", "caregiver", "worker"})
        String respondent,
    @Nullable UUID respondentId,
    @Schema(required = true, description = "The same for what was answered on one occasion.")
        UUID occasionId,
    @Schema(description = "The assessment it is an addendum to.") @Nullable UUID addendumOf,
    @Schema(description = "Why it was amended; not in lists.") @Nullable String addendumReason,
    @Schema(description = "Its own addendum: read that one.") @Nullable UUID amendedBy,
    @Schema(description = "Of what was conducted under a psychologist's supervision.")
        @Nullable Signature countersignature,
    @Schema(required = true, description = "What interrupted.") List<StandingAlarm> alarms) {

  /** What the supervising psychologist said. */
  @Schema(name = "Countersignature")
  record Signature(
      @Schema(
              required = true,
              enumeration = {"waiting", "agreed", "not-agreed"})
          String state,
      @Schema(required = true) UUID psychologistId,
      @Nullable Instant signedAt,
      @Schema(description = "What the psychologist wrote; not in lists.") @Nullable String note) {}

  /** One line of the sum. */
  @Schema(name = "ArithmeticLine")
  record Line(
      @Schema(required = true, examples = "likelihood") String question,
      @Schema(required = true) int value,
      @Schema(required = true) Texts label) {}

  static AssessmentView of(AssessmentQueries.Whole whole, InstrumentCatalogue instruments) {
    CompletedAssessment assessment = whole.assessment();
    CompletedAssessment.Circle circle = assessment.circle();
    Optional<Instrument> instrument =
        instruments.known(assessment.instrumentId(), assessment.instrumentVersion());
    return new AssessmentView(
        assessment.id(),
        assessment.caseId(),
        assessment.instrumentId(),
        assessment.instrumentVersion(),
        assessment.purpose(),
        assessment.riskLevel(),
        assessment.band(),
        assessment.valid(),
        assessment.valid() ? assessment.score() : null,
        assessment.arithmetic().stream()
            .map(
                line -> new Line(line.question(), line.value(), label(instrument, line.question())))
            .toList(),
        assessment.redFlags(),
        assessment.conductedAt(),
        assessment.recordedAt(),
        !assessment.rejectedClaims().isEmpty(),
        circle.conductedBy(),
        circle.respondent(),
        circle.respondentId(),
        circle.occasionId(),
        circle.amends(),
        whole.amendReason(),
        circle.amendedBy(),
        signature(circle, whole.note()),
        whole.alarms());
  }

  private static @Nullable Signature signature(
      CompletedAssessment.Circle circle, @Nullable String note) {
    UUID psychologist = circle.supervisedBy();
    if (psychologist == null) {
      return null;
    }
    String decision = circle.decision();
    return new Signature(
        decision == null ? "waiting" : decision, psychologist, circle.signedAt(), note);
  }

  private static Texts label(Optional<Instrument> instrument, String question) {
    return instrument
        .map(known -> known.label(question))
        .orElse(new Texts(question, question, question));
  }
}
