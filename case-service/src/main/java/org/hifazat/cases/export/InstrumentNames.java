package org.hifazat.cases.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.hifazat.cases.risk.KnownAssessments;
import org.jspecify.annotations.Nullable;

/** What shipped instruments are called, their scales and their bands, in one language. */
final class InstrumentNames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintedWords words;

  InstrumentNames(PrintedWords words) {
    this.words = words;
  }

  /** Its own name where it is a shipped one, what it is for otherwise. */
  String title(KnownAssessments.Known one) {
    return descriptor(one)
        .map(found -> text(found.path("title")))
        .orElseGet(() -> words.label("assessment-purpose", one.purpose()));
  }

  /** The points on their scale, as in 6 (0 to 9). */
  @Nullable String points(KnownAssessments.Known one) {
    if (one.score() == null) {
      return null;
    }
    String score = one.score().stripTrailingZeros().toPlainString();
    return descriptor(one)
        .map(found -> found.path("scoring"))
        .filter(scale -> scale.path("min").isNumber() && scale.path("max").isNumber())
        .map(
            scale ->
                words.text(
                    "print.points-of",
                    "points",
                    score,
                    "min",
                    scale.path("min").asText(),
                    "max",
                    scale.path("max").asText()))
        .orElseGet(() -> words.text("print.points", "points", score));
  }

  /** What the band means; null where nobody shipped words for it. */
  @Nullable String band(KnownAssessments.Known one) {
    return descriptor(one)
        .flatMap(
            found -> {
              for (JsonNode band : found.path("scoring").path("bands")) {
                if (band.path("code").asText().equals(one.band())) {
                  return Optional.of(text(band.path("label")));
                }
              }
              return Optional.empty();
            })
        .orElse(null);
  }

  private String text(JsonNode texts) {
    return words.of(
        texts.path("en").asText(), texts.path("ur").asText(), texts.path("ps").asText());
  }

  private static Optional<JsonNode> descriptor(KnownAssessments.Known one) {
    if (one.instrumentId() == null) {
      return Optional.empty();
    }
    String name =
        "/words/instruments/%s/%s/instrument.json"
            .formatted(one.instrumentId(), one.instrumentVersion());
    try (InputStream stream = InstrumentNames.class.getResourceAsStream(name)) {
      return stream == null ? Optional.empty() : Optional.of(JSON.readTree(stream));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
