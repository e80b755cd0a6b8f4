package org.hifazat.assessment.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hifazat.assessment.instrument.Texts;

/** The responses there are, and the rules that offer them. Both are data. */
@ApplicationScoped
class Library {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  Library(ObjectMapper json) {
    for (Entry entry : read(json, "responses/library.json", Entry[].class)) {
      entries.put(entry.code(), entry);
    }
    for (Rule rule : read(json, "responses/rules.json", Rule[].class)) {
      if (rules.put(rule.id(), rule) != null || !entries.keySet().containsAll(rule.responses())) {
        throw new IllegalStateException("responses/rules.json: " + rule.id());
      }
    }
  }

  /**
   * A response.
   *
   * @param by whose work it is: caseworker, psychologist or supervisor
   * @param withinDays by when it is proposed
   * @param what what is done, in a sentence
   * @param source where it is described
   */
  record Entry(String code, String by, int withinDays, Texts title, Texts what, String source) {}

  /**
   * When to offer what.
   *
   * @param reason shown to the worker
   */
  record Rule(String id, Condition when, List<String> responses, Texts reason) {

    Rule {
      responses = List.copyOf(responses);
    }
  }

  Optional<Entry> find(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** Ids of the rules that hold, by the response they lead to, in the library's order. */
  Map<String, List<String>> offered(Predicate<Condition> holds) {
    Map<String, List<String>> grounds = new LinkedHashMap<>();
    entries.keySet().forEach(code -> grounds.put(code, new ArrayList<>()));
    rules.values().stream()
        .filter(rule -> holds.test(rule.when()))
        .forEach(
            rule ->
                rule.responses()
                    .forEach(
                        code ->
                            grounds
                                .computeIfAbsent(code, key -> new ArrayList<>())
                                .add(rule.id())));
    grounds.values().removeIf(List::isEmpty);
    return grounds;
  }

  private static <T> List<T> read(ObjectMapper json, String file, Class<T[]> type) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream resource = loader.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException("Not shipped: " + file);
      }
      return List.of(
          json.readValue(new String(resource.readAllBytes(), StandardCharsets.UTF_8), type));
    } catch (JsonProcessingException wrong) {
      throw new IllegalStateException("Not readable: " + file, wrong);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Not readable: " + file, unreadable);
    }
  }
}
