package org.hifazat.assessment.completed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hifazat.assessment.instrument.ArithmeticLine;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it may be shown: the result, not the answers.
 *
 * @param riskLevel high, medium or low; null when the instrument's purpose is another
 * @param band what the form calculated
 * @param valid whether enough was answered for the score to mean anything
 * @param arithmetic the lines that led to the score
 * @param rejectedClaims calculated nodes whose submitted value was not the server's
 * @param circle who took part, and what it stands with
 */
public record CompletedAssessment(
    UUID id,
    UUID caseId,
    String instrumentId,
    String instrumentVersion,
    @Nullable String riskLevel,
    String band,
    boolean valid,
    int score,
    List<ArithmeticLine> arithmetic,
    List<String> redFlags,
    List<String> rejectedClaims,
    Instant conductedAt,
    Instant recordedAt,
    Circle circle) {

  /**
   * Who took part in an assessment, and what it stands with.
   *
   * @param purpose what the instrument is for
   * @param occasionId the same for what several respondents answered on one occasion
   * @param supervisedBy the psychologist who supervised, if one did
   * @param decision what that psychologist said of it; null while nothing
   * @param amends the assessment it is an addendum to
   * @param amendedBy its own addendum
   */
  public record Circle(
      String purpose,
      UUID conductedBy,
      String respondent,
      @Nullable UUID respondentId,
      UUID occasionId,
      @Nullable UUID supervisedBy,
      @Nullable String decision,
      @Nullable UUID signedBy,
      @Nullable Instant signedAt,
      @Nullable UUID amends,
      @Nullable UUID amendedBy) {}

  public String purpose() {
    return circle.purpose();
  }

  public String respondent() {
    return circle.respondent();
  }

  public @Nullable UUID respondentId() {
    return circle.respondentId();
  }

  public UUID occasionId() {
    return circle.occasionId();
  }

  public @Nullable UUID supervisedBy() {
    return circle.supervisedBy();
  }

  public @Nullable UUID amends() {
    return circle.amends();
  }

  /** It never changes; what is said of it and added to it does, each once. */
  public long version() {
    return 1 + (circle.decision() == null ? 0 : 1) + (circle.amendedBy() == null ? 0 : 1);
  }

  public CompletedAssessment {
    arithmetic = List.copyOf(arithmetic);
    redFlags = List.copyOf(redFlags);
    rejectedClaims = List.copyOf(rejectedClaims);
  }

  /** As the row holds it; queries select this. */
  public CompletedAssessment(
      UUID id,
      UUID caseId,
      String instrumentId,
      String instrumentVersion,
      @Nullable String riskLevel,
      String band,
      boolean valid,
      int score,
      String[] sumQuestions,
      Integer[] sumValues,
      String[] redFlags,
      String[] rejectedClaims,
      Instant conductedAt,
      Instant recordedAt,
      Circle circle) {
    this(
        id,
        caseId,
        instrumentId,
        instrumentVersion,
        riskLevel,
        band,
        valid,
        score,
        IntStream.range(0, sumQuestions.length)
            .mapToObj(i -> new ArithmeticLine(sumQuestions[i], sumValues[i]))
            .toList(),
        List.of(redFlags),
        List.of(rejectedClaims),
        conductedAt,
        recordedAt,
        circle);
  }
}
