package org.hifazat.assessment.instrument;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places in a form that wait for a licence holder's own wording: texts that are nothing but {@code
 * {{key}}}.
 */
public final class WordingPlaces {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]{1,64})\\}\\}");

  private WordingPlaces() {}

  /** The keys a form waits for, in any language. */
  public static Set<String> keys(String form) {
    Set<String> keys = new TreeSet<>();
    Matcher place = PLACE.matcher(form);
    while (place.find()) {
      keys.add(place.group(1));
    }
    return keys;
  }

  static Set<String> keys(FormDocument document) {
    return document.texts().values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .flatMap(text -> keys(text).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
