package org.hifazat.assessment.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published thresholds of change by instrument, and where there is none, why. Data, not code. */
@ApplicationScoped
class Thresholds {

  static final String FILE = "change/thresholds.json";

  /** Nobody said anything of this instrument here. */
  private static final String UNKNOWN = "none-found";

  private final Map<String, Entry> entries = new HashMap<>();

  Thresholds(ObjectMapper json) {
    for (Entry entry : read(json)) {
      if (entries.put(entry.instrument(), entry) != null) {
        throw new IllegalStateException(FILE + " names " + entry.instrument() + " twice");
      }
    }
  }

  /**
   * What is known of an instrument.
   *
   * @param unjudged why there is none: none-found, no-scale or own-instrument
   */
  record Entry(String instrument, @Nullable List<Threshold> thresholds, @Nullable String unjudged) {

    List<Threshold> known() {
      return thresholds == null ? List.of() : thresholds;
    }
  }

  /** The one for a measure, if one is published. */
  Optional<Threshold> of(String instrument, String measure) {
    return Optional.ofNullable(entries.get(instrument)).stream()
        .flatMap(entry -> entry.known().stream())
        .filter(threshold -> threshold.measure().equals(measure))
        .findFirst();
  }

  /** Why change in a measure that has no threshold is not judged. */
  String whyNot(String instrument) {
    Entry entry = entries.get(instrument);
    String said = entry == null ? null : entry.unjudged();
    return said == null ? UNKNOWN : said;
  }

  /** Whether something is said of an instrument. */
  boolean isNamed(String instrument) {
    return entries.containsKey(instrument);
  }

  private static List<Entry> read(ObjectMapper json) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream resource = loader.getResourceAsStream(FILE)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + FILE);
      }
      return List.of(
          json.readValue(
              new String(resource.readAllBytes(), StandardCharsets.UTF_8), Entry[].class));
    } catch (JsonProcessingException wrong) {
      throw new IllegalStateException("Not readable: " + FILE, wrong);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Not readable: " + FILE, unreadable);
    }
  }
}
