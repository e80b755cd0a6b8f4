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
    Instant recordedAt) {

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
      Instant recordedAt) {
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
        recordedAt);
  }
}
