package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers, and what every engine must make of them.
 *
 * @param name unique within the instrument
 * @param answers by path
 * @param score absent when the answers are too few to be scored
 * @param valid absent means yes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GoldenSet(
    String name,
    Map<String, String> answers,
    @Nullable Integer score,
    @Nullable String band,
    @Nullable Boolean valid,
    @Nullable List<String> redFlags) {

  public GoldenSet {
    answers = Map.copyOf(answers);
    redFlags = redFlags == null ? null : List.copyOf(redFlags);
  }

  /** What must come of it. */
  public GoldenResult expected() {
    boolean isValid = valid == null || valid;
    return GoldenResult.of(name, isValid, score == null ? 0 : score, band == null ? "" : band);
  }
}
