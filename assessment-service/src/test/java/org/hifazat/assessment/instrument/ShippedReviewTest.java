package org.hifazat.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is shipped would pass the Commission's own check. */
class ShippedReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static Stream<String> shipped() {
    return text("published.txt").lines().filter(line -> !line.isBlank());
  }

  /** Any text stands in for licensed wording; what the browser's engine gives is tested there. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void nothingStandsAgainstPublishingIt(String path) throws IOException {
    String form = text(path + "/form.xml");
    InstrumentDescriptor descriptor =
        JSON.readValue(text(path + "/instrument.json"), InstrumentDescriptor.class);
    List<GoldenSet> golden =
        List.of(JSON.readValue(text(path + "/golden.json"), GoldenSet[].class));
    Map<String, String> anyText = new LinkedHashMap<>();
    WordingPlaces.keys(form).forEach(key -> anyText.put(key, "Text of " + key));
    Wording wording = new Wording(Map.of("en", anyText, "ur", anyText, "ps", anyText));

    assertThat(wording.findings(form)).isEmpty();
    assertThat(DescriptorCheck.identity(descriptor)).isEmpty();
    assertThat(
            FormReview.findings(
                descriptor,
                wording.into(form),
                golden,
                Optional.of(golden.stream().map(GoldenSet::expected).toList()),
                TODAY))
        .isEmpty();
    assertThat(anyText.isEmpty() || descriptor.licence().needsAcceptance())
        .as("what waits for wording has terms to accept")
        .isTrue();
  }

  private static String text(String name) {
    try (InputStream resource =
        ShippedReviewTest.class.getResourceAsStream("/instruments/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
