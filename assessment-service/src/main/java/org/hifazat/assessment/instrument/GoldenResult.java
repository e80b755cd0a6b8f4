package org.hifazat.assessment.instrument;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an engine made of a golden set.
 *
 * @param score 0 when not valid
 * @param band {@link Scoring.Scored#INVALID} when not valid
 */
@Schema(name = "GoldenResult")
public record GoldenResult(
    @NotNull @Size(max = 200) @Schema(required = true) String name,
    @Schema(required = true) boolean valid,
    @Schema(required = true) int score,
    @NotNull @Size(max = 64) @Schema(required = true) String band) {

  static GoldenResult of(String name, boolean valid, int score, String band) {
    return valid
        ? new GoldenResult(name, true, score, band)
        : new GoldenResult(name, false, 0, Scoring.Scored.INVALID);
  }

  /** Whatever an engine says of the score of answers that are too few, it means nothing. */
  GoldenResult normal() {
    return of(name, valid, score, band);
  }
}
