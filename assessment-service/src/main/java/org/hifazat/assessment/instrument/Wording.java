package org.hifazat.assessment.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A licence holder's own wording, language by language.
 *
 * @param texts language to key to text
 */
public record Wording(Map<String, Map<String, String>> texts) {

  private static final List<String> LANGUAGES = List.of("en", "ur", "ps");
  private static final int LONGEST = 2000;
  private static final Pattern TRANSLATION =
      Pattern.compile(
          "(<(?:[\\w-]+:)?translation\\s[^>]*?lang=[\"']([^\"']+)[\"'][^>]*>)(.*?)(</(?:[\\w-]+:)?translation>)",
          Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]{1,64})\\}\\}");

  public Wording {
    texts = Map.copyOf(texts);
  }

  /** What keeps it from filling this form; empty when nothing does. */
  public List<Finding> findings(String form) {
    Set<String> wanted = WordingPlaces.keys(form);
    List<Finding> findings = new ArrayList<>();
    Set<String> others = new TreeSet<>(texts.keySet());
    others.removeAll(LANGUAGES);
    others.forEach(
        language ->
            findings.add(new Finding(language, "language-unknown", "no language of the form")));
    for (String language : LANGUAGES) {
      Map<String, String> given = texts.getOrDefault(language, Map.of());
      for (String key : wanted) {
        String text = given.getOrDefault(key, "");
        if (text.isBlank()) {
          findings.add(new Finding(language + "/" + key, "text-missing", "has no text"));
        } else if (text.length() > LONGEST || text.contains("{{")) {
          findings.add(new Finding(language + "/" + key, "text-unusable", "too long or a place"));
        }
      }
      given.keySet().stream()
          .filter(key -> !wanted.contains(key))
          .forEach(
              key ->
                  findings.add(
                      new Finding(language, "text-unknown", "a text the form has no place for")));
    }
    return findings;
  }

  /** The form with the wording in its places. */
  public String into(String form) {
    return TRANSLATION
        .matcher(form)
        .replaceAll(
            translation ->
                Matcher.quoteReplacement(
                    translation.group(1)
                        + filled(
                            translation.group(3),
                            texts.getOrDefault(translation.group(2), Map.of()))
                        + translation.group(4)));
  }

  private static String filled(String translation, Map<String, String> given) {
    return PLACE
        .matcher(translation)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    escaped(given.getOrDefault(place.group(1), place.group()))));
  }

  private static String escaped(String text) {
    return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
