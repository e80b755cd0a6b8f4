package org.hifazat.assessment.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a case, by instrument.
 *
 * @param risks what is to become less
 * @param strengths what is to become more
 */
@Schema(name = "AssessmentChanges")
public record AssessmentChanges(
    @Schema(required = true) List<Series> risks, @Schema(required = true) List<Series> strengths) {

  public AssessmentChanges {
    risks = List.copyOf(risks);
    strengths = List.copyOf(strengths);
  }

  /**
   * One version of an instrument, answered by one respondent: nothing else is compared.
   *
   * @param respondentId which person of the case answered, where it is said
   * @param better whether lower or higher results are better
   */
  @Schema(name = "AssessmentSeries")
  public record Series(
      @Schema(required = true) String instrumentId,
      @Schema(required = true) String instrumentVersion,
      @Schema(required = true, examples = "depression") String purpose,
      @Schema(required = true) Texts title,
      @Schema(
              required = true,
              enumeration = {"child", "caregiver", "worker"})
          String respondent,
      @Nullable UUID respondentId,
      @Schema(
              required = true,
              enumeration = {"lower", "higher"})
          String better,
      @Schema(required = true) List<Measure> measures) {

    public Series {
      measures = List.copyOf(measures);
    }
  }

  /**
   * The score, or a part of the items summed by itself.
   *
   * @param code score, or the code of the scale
   * @param label of a scale
   * @param points the first one conducted first
   * @param threshold from which difference on it is more than chance, as published
   * @param unjudged why no threshold is given: none-found, no-scale or own-instrument
   * @param sinceFirst the last result beside the first
   * @param sinceLast the last result beside the one before
   */
  @Schema(name = "SeriesMeasure")
  public record Measure(
      @Schema(required = true, examples = "score") String code,
      @Nullable Texts label,
      @Nullable Integer min,
      @Nullable Integer max,
      @Schema(required = true) List<Point> points,
      @Nullable Threshold threshold,
      @Schema(enumeration = {"none-found", "no-scale", "own-instrument"}) @Nullable String unjudged,
      @Nullable Change sinceFirst,
      @Nullable Change sinceLast) {

    public Measure {
      points = List.copyOf(points);
    }
  }

  /**
   * One result.
   *
   * @param band what the form made of the score; null for a scale
   */
  @Schema(name = "SeriesPoint")
  public record Point(
      @Schema(required = true) UUID assessmentId,
      @Schema(required = true) Instant conductedAt,
      @Schema(required = true) int value,
      @Nullable String band,
      @Nullable Texts bandLabel) {}

  /**
   * Two results beside each other.
   *
   * @param difference to minus from
   * @param verdict better or worse by at least the threshold, no-reliable-change below it;
   *     not-judged where none is published
   */
  @Schema(name = "SeriesChange")
  public record Change(
      @Schema(required = true) int from,
      @Schema(required = true) int to,
      @Schema(required = true) int difference,
      @Schema(
              required = true,
              enumeration = {"better", "worse", "no-reliable-change", "not-judged"})
          String verdict) {

    static Change between(int from, int to, boolean lowerIsBetter, @Nullable Threshold threshold) {
      int difference = to - from;
      return new Change(from, to, difference, verdict(difference, lowerIsBetter, threshold));
    }

    private static String verdict(
        int difference, boolean lowerIsBetter, @Nullable Threshold threshold) {
      if (threshold == null) {
        return "not-judged";
      }
      if (Math.abs(difference) < threshold.points()) {
        return "no-reliable-change";
      }
      return difference < 0 == lowerIsBetter ? "better" : "worse";
    }
  }
}
