package org.hifazat.assessment.risk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How the risk of a case came about.
 *
 * @param level the case's level now; null while it has none
 * @param since from when it counts
 * @param levels every level the case was given, the one set last first
 * @param assessments every assessment of its risk, the one conducted last first
 */
@Schema(name = "RiskHistory")
public record RiskHistory(
    @Nullable String level,
    @Nullable Instant since,
    @Schema(required = true) List<LevelSet> levels,
    @Schema(required = true) List<Assessed> assessments) {

  private static final List<String> UPWARDS = List.of("none", "low", "medium", "high");

  public RiskHistory {
    levels = List.copyOf(levels);
    assessments = List.copyOf(assessments);
  }

  /**
   * A level the case was given. Why a supervisor lowered it is read in the case.
   *
   * @param change first, raised, lowered or same
   * @param assessmentId the assessment it follows from
   */
  @Schema(name = "RiskLevelSet")
  public record LevelSet(
      @Schema(required = true, examples = "high") String level,
      @Nullable String previousLevel,
      @Schema(
              required = true,
              enumeration = {"first", "raised", "lowered", "same"})
          String change,
      @Schema(required = true) UUID assessmentId,
      @Schema(required = true) Instant setAt,
      @Schema(required = true) Instant recordedAt) {

    static LevelSet of(
        String level,
        @Nullable String previous,
        UUID assessmentId,
        Instant setAt,
        Instant recordedAt) {
      return new LevelSet(
          level, previous, change(level, previous), assessmentId, setAt, recordedAt);
    }

    private static String change(String level, @Nullable String previous) {
      if (previous == null) {
        return "first";
      }
      int steps = UPWARDS.indexOf(level) - UPWARDS.indexOf(previous);
      return steps > 0 ? "raised" : steps < 0 ? "lowered" : "same";
    }
  }

  /**
   * An assessment of the risk: who found what, from which answers.
   *
   * @param level what it found; the case's level may not have followed
   * @param arithmetic the lines of the sum
   * @param redFlags codes of the form's choices; any one forces high
   * @param addendumOf the assessment it amends
   * @param amendedBy its own addendum, which stands instead
   */
  @Schema(name = "RiskAssessed")
  public record Assessed(
      @Schema(required = true) UUID assessmentId,
      @Schema(required = true) String instrumentId,
      @Schema(required = true) String instrumentVersion,
      @Schema(required = true, examples = "medium") String level,
      @Nullable Integer score,
      @Schema(required = true) List<Line> arithmetic,
      @Schema(required = true) List<String> redFlags,
      @Schema(required = true) UUID conductedBy,
      @Schema(required = true) Instant conductedAt,
      @Schema(required = true) Instant recordedAt,
      @Nullable UUID addendumOf,
      @Nullable UUID amendedBy) {

    public Assessed {
      arithmetic = List.copyOf(arithmetic);
      redFlags = List.copyOf(redFlags);
    }
  }

  /** One line of the sum. */
  @Schema(name = "RiskLine")
  public record Line(
      @Schema(required = true, examples = "likelihood") String question,
      @Schema(required = true) int value,
      @Schema(required = true) Texts label) {}
}
