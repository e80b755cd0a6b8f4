package org.hifazat.assessment.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds as published, at their edges; the sources stand in the file itself. */
class ThresholdsTest {

  private static final Thresholds PUBLISHED = new Thresholds(new ObjectMapper());

  @ParameterizedTest
  @CsvSource({
    "phq-a, true, 16, 10, better",
    "phq-a, true, 16, 11, no-reliable-change",
    "phq-a, true, 10, 16, worse",
    "phq-a, true, 10, 10, no-reliable-change",
    "gad-7, true, 12, 8, better",
    "gad-7, true, 12, 9, no-reliable-change",
    "gad-7, true, 8, 12, worse",
    "who-5, false, 40, 50, better",
    "who-5, false, 40, 48, no-reliable-change",
    "who-5, false, 52, 40, worse",
    "psc-17, true, 30, 2, not-judged",
    "kp-strengths, false, 2, 30, not-judged",
    "uploaded-by-somebody, true, 30, 2, not-judged"
  })
  void aDifferenceIsJudgedByThePublishedThresholdAndByNothingElse(
      String instrument, boolean lowerIsBetter, int from, int to, String verdict) {
    Threshold threshold = PUBLISHED.of(instrument, "score").orElse(null);
    AssessmentChanges.Change change =
        AssessmentChanges.Change.between(from, to, lowerIsBetter, threshold);
    assertThat(change.verdict()).isEqualTo(verdict);
    assertThat(change.difference()).isEqualTo(to - from);
  }

  @Test
  void everyShippedInstrumentHasAThresholdWithItsSourceOrSaysWhyItHasNone() throws IOException {
    for (String instrument : shipped()) {
      PUBLISHED
          .of(instrument, "score")
          .ifPresentOrElse(
              threshold -> assertThat(threshold.source()).as(instrument).isNotBlank(),
              () -> assertThat(PUBLISHED.isNamed(instrument)).as(instrument).isTrue());
    }
  }

  @Test
  void anInstrumentNobodyNamedAndAScaleWithoutAThresholdAreNotJudged() {
    assertThat(PUBLISHED.whyNot("uploaded-by-somebody")).isEqualTo("none-found");
    assertThat(PUBLISHED.whyNot("asq")).isEqualTo("no-scale");
    assertThat(PUBLISHED.of("psc-17", "attention")).isEmpty();
  }

  private static List<String> shipped() throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream list =
        Objects.requireNonNull(loader.getResourceAsStream("instruments/published.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.substring(0, line.indexOf('/')))
          .toList();
    }
  }
}
