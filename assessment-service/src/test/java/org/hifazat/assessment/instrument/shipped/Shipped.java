package org.hifazat.assessment.instrument.shipped;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.Scoring;
import org.jspecify.annotations.Nullable;

/** One shipped instrument, without the service around it. */
record Shipped(
    InstrumentDescriptor descriptor, String form, Instrument instrument, List<Golden> golden) {

  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static final String FOLDER = "/instruments/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Shipped> READ = new LinkedHashMap<>();

  /** JavaRosa tells of every form it reads; held, else the level is forgotten. */
  private static final List<Logger> JAVAROSA =
      List.of(Logger.getLogger("org.javarosa"), Logger.getLogger("XFormParser"));

  static {
    JAVAROSA.forEach(logger -> logger.setLevel(Level.OFF));
  }

  /** Answers and what both engines must make of them; no score where the result is not valid. */
  record Golden(
      String name,
      Map<String, String> answers,
      @Nullable Integer score,
      String band,
      @Nullable Boolean valid,
      @Nullable List<String> redFlags) {

    boolean isValid() {
      return valid == null || valid;
    }
  }

  @Override
  public String toString() {
    return descriptor.id();
  }

  static List<Shipped> all() {
    return paths().map(path -> of(path.substring(0, path.indexOf('/')))).toList();
  }

  private static Stream<String> paths() {
    return text("published.txt").lines().filter(line -> !line.isBlank());
  }

  static synchronized Shipped of(String id) {
    return READ.computeIfAbsent(id, Shipped::read);
  }

  private static Shipped read(String id) {
    String folder =
        paths().filter(path -> path.startsWith(id + "/")).findFirst().orElseThrow() + "/";
    InstrumentDescriptor descriptor = json(folder + "instrument.json", InstrumentDescriptor.class);
    String form = text(folder + "form.xml");
    return new Shipped(
        descriptor,
        form,
        Instrument.publish(descriptor, form),
        List.of(json(folder + "golden.json", Golden[].class)));
  }

  Scoring score(Map<String, String> answers) {
    Map<String, String> dated = new LinkedHashMap<>(answers);
    dated.putIfAbsent("/data/conducted_on", "2026-01-15");
    String root = "id=\"%s\" version=\"%s\"".formatted(descriptor.id(), descriptor.version());
    return instrument.score(Filled.of(dated).xml(root), TODAY);
  }

  Scoring.Scored scored(Map<String, String> answers) {
    Scoring scoring = score(answers);
    assertThat(scoring).isInstanceOf(Scoring.Scored.class);
    return (Scoring.Scored) scoring;
  }

  /** What comes back when these questions were answered though they were not asked. */
  static Scoring.Refused notAsked(String... paths) {
    return new Scoring.Refused(
        Stream.of(paths)
            .map(path -> new AnswerProblem(path, AnswerProblem.Kind.NOT_RELEVANT))
            .toList());
  }

  /** The value of a line of the sum. */
  static int line(Scoring.Scored scored, String question) {
    return scored.arithmetic().stream()
        .filter(line -> line.question().equals(question))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Items q1 to qn in the group {@code items}, filled to the sum from the first on. */
  static Map<String, String> items(int count, int most, int points) {
    return items(IntStream.rangeClosed(1, count).boxed().toList(), most, points);
  }

  static Map<String, String> items(List<Integer> numbers, int most, int points) {
    Map<String, String> answers = new LinkedHashMap<>();
    int rest = points;
    for (int number : numbers) {
      int value = Math.min(most, rest);
      answers.put("/data/items/q" + number, Integer.toString(value));
      rest -= value;
    }
    assertThat(rest).isZero();
    return answers;
  }

  /** The same answer to all of q1 to qn. */
  static Map<String, String> all(int count, String answer) {
    return IntStream.rangeClosed(1, count)
        .boxed()
        .collect(Collectors.toMap(number -> "/data/items/q" + number, number -> answer));
  }

  /** Yes to the first, no to the rest of q1 to qn. */
  static Map<String, String> yes(int count, int yes) {
    Map<String, String> answers = all(count, "no");
    for (int number = 1; number <= yes; number++) {
      answers.put("/data/items/q" + number, "yes");
    }
    return answers;
  }

  static Map<String, String> with(Map<String, String> answers, String path, String value) {
    Map<String, String> changed = new LinkedHashMap<>(answers);
    changed.put(path, value);
    return changed;
  }

  static Map<String, String> without(Map<String, String> answers, String... paths) {
    Map<String, String> changed = new LinkedHashMap<>(answers);
    changed.keySet().removeAll(List.of(paths));
    return changed;
  }

  private static <T> T json(String name, Class<T> type) {
    try {
      return JSON.readValue(text(name), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(String name) {
    try (InputStream resource = Shipped.class.getResourceAsStream(FOLDER + name)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
