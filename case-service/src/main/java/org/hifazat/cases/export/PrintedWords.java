package org.hifazat.cases.export;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.cases.KarachiTime;

/**
 * What is printed, in one language: the words of the screens, and those that stand on paper only.
 */
final class PrintedWords {
  /** Of the screens; one that is not there yet has no words to offer. */
  private static final List<String> FILES =
      List.of(
          "assessments",
          "cases",
          "codes",
          "commission",
          "common",
          "concern",
          "clock",
          "find",
          "lifecycle",
          "people",
          "people-codes",
          "plan",
          "referral",
          "shell",
          "status",
          "story",
          "triage",
          "duplicates",
          "move",
          "paper",
          "intake",
          "export",
          "print");

  private static final List<String> LANGUAGES = List.of("en", "ur", "ps");
  private static final Map<String, List<String>> WORDS = read();
  private static final Map<String, List<String>> LISTS = lists();

  private final int language;
  private final Map<String, List<String>> codes;
  private final Map<String, List<String>> laidDown;

  PrintedWords(String language) {
    this(language, Map.of(), Map.of());
  }

  /**
   * @param codes what codes of the platform's lists are called, by list and code
   * @param laidDown what the Commission calls them, in place of the platform's own words
   */
  PrintedWords(
      String language, Map<String, List<String>> codes, Map<String, List<String>> laidDown) {
    this.language = LANGUAGES.indexOf(language);
    this.codes = codes;
    this.laidDown = laidDown;
    if (this.language < 0) {
      throw new IllegalArgumentException("no words in that language");
    }
  }

  /**
   * @param values name and value by turns
   */
  String text(String id, String... values) {
    List<String> texts = WORDS.get(id);
    if (texts == null) {
      throw new IllegalArgumentException("no words for " + id);
    }
    String text = texts.get(language);
    for (int i = 0; i < values.length; i += 2) {
      text = text.replace("{" + values[i] + "}", values[i + 1]);
    }
    return text;
  }

  /** The text of a code; one without words is written as words of its own. */
  String label(String list, String code) {
    String id = list + "." + code;
    List<String> texts = laidDown.getOrDefault(id, WORDS.getOrDefault(id, codes.get(id)));
    return texts == null ? asWords(code) : texts.get(language);
  }

  /** One of three texts. */
  String of(String english, String urdu, String pashto) {
    return List.of(english, urdu, pashto).get(language);
  }

  String labels(String list, List<String> codes) {
    return String.join(text("list.comma"), codes.stream().map(code -> label(list, code)).toList());
  }

  static String asWords(String code) {
    String words = code.replace('-', ' ').replace('_', ' ').strip();
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** What an entry of the story says, with those of its details that have words. */
  String told(String kind, List<String> codes) {
    StringBuilder text = new StringBuilder(label("story", kind));
    List<String> lists = LISTS.getOrDefault(kind, List.of());
    String between = ": ";
    for (int i = 0; i < codes.size() && !lists.isEmpty(); i++) {
      String said = said(lists.get(Math.min(i, lists.size() - 1)), codes.get(i));
      if (!said.isEmpty()) {
        text.append(between).append(said);
        between = text("list.comma");
      }
    }
    return text.toString();
  }

  private String said(String list, String code) {
    return switch (list) {
      case "#number" -> code;
      case "#edition" -> text("story.edition", "number", code.replace("edition-", ""));
      case "#staff" -> "";
      default ->
          WORDS.containsKey(list + "." + code) || codes.containsKey(list + "." + code)
              ? label(list, code)
              : "";
    };
  }

  String day(LocalDate day) {
    return day.getDayOfMonth() + " " + text("month." + day.getMonthValue()) + " " + day.getYear();
  }

  String moment(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, KarachiTime.ZONE);
    return "%s%s%02d:%02d"
        .formatted(
            day(local.toLocalDate()), text("list.comma"), local.getHour(), local.getMinute());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> words = new HashMap<>();
    for (String file : FILES) {
      words.putAll(json("/words/" + file + ".json"));
    }
    words.putAll(json("/print/words.json"));
    return Map.copyOf(words);
  }

  /** Lists of the platform whose codes stand in a document. */
  static Collection<String> listsThatArePrinted() {
    return Stream.concat(
            LISTS.values().stream().flatMap(List::stream).filter(list -> !list.startsWith("#")),
            Stream.of("assessment-purpose", "referral-body", "found-how", "place-kind"))
        .collect(Collectors.toSet());
  }

  private static Map<String, List<String>> lists() {
    return Map.copyOf(json("/words/code-lists.json"));
  }

  private static Map<String, List<String>> json(String resource) {
    try (InputStream stream = PrintedWords.class.getResourceAsStream(resource)) {
      return stream == null
          ? Map.of()
          : new ObjectMapper().readValue(stream, new TypeReference<>() {});
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
