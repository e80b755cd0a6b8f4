package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The shipped instrument, without the service around it. */
public final class RiskMatrix {

  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  /** JavaRosa tells of every form it reads; held, else the level is forgotten. */
  private static final List<Logger> JAVAROSA =
      List.of(Logger.getLogger("org.javarosa"), Logger.getLogger("XFormParser"));

  static {
    JAVAROSA.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private static final String FOLDER = "/instruments/kp-risk-matrix/1/";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answers and what both engines must make of them. */
  public record Golden(
      String name, Map<String, String> answers, int score, String band, List<String> redFlags) {
    @Override
    public String toString() {
      return name;
    }
  }

  private RiskMatrix() {}

  static Instrument published() {
    return Instrument.publish(descriptor(), form());
  }

  public static String form() {
    return text("form.xml");
  }

  public static InstrumentDescriptor descriptor() {
    return json("instrument.json", InstrumentDescriptor.class);
  }

  /** instrument.json, as it is shipped. */
  public static String descriptorText() {
    return text("instrument.json");
  }

  /** golden.json, as it is shipped. */
  public static String goldenText() {
    return text("golden.json");
  }

  public static List<Golden> golden() {
    return List.of(json("golden.json", Golden[].class));
  }

  private static <T> T json(String name, Class<T> type) {
    try {
      return JSON.readValue(text(name), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(String name) {
    try (InputStream resource = RiskMatrix.class.getResourceAsStream(FOLDER + name)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
