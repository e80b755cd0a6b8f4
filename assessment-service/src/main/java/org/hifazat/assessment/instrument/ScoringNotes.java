package org.hifazat.assessment.instrument;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a score means, for those who read it. The score itself is the form's own calculation.
 *
 * @param bands in the order of the score
 * @param missing code of what becomes of unanswered items
 * @param scales parts with a cut-off of their own
 * @param source where the bands are published
 */
public record ScoringNotes(
    @Nullable Integer min,
    @Nullable Integer max,
    @Schema(required = true) List<Band> bands,
    @Nullable String missing,
    @Schema(required = true) List<Scale> scales,
    @Nullable String source) {

  /** Nothing is known of it beyond the form. */
  public static final ScoringNotes NONE =
      new ScoringNotes(null, null, List.of(), null, List.of(), null);

  @SuppressWarnings("NullAway") // Jackson passes null for what is absent
  public ScoringNotes {
    bands = bands == null ? List.of() : List.copyOf(bands);
    scales = scales == null ? List.of() : List.copyOf(scales);
  }

  /**
   * One band of the score; a band that no score leads to (a red flag, a single item) has no limits.
   *
   * @param code what the form calculates
   */
  @Schema(name = "InstrumentBand")
  public record Band(
      @Schema(required = true) String code,
      @Nullable Integer from,
      @Nullable Integer to,
      @Schema(required = true) Texts label) {}

  /**
   * A part of the items summed by itself.
   *
   * @param node path of the form's calculation
   * @param cutoff from which score on it is positive
   */
  @Schema(name = "InstrumentScale")
  public record Scale(
      @Schema(required = true) String code,
      @Schema(required = true) String node,
      @Nullable Integer cutoff,
      @Nullable Texts label) {}
}
