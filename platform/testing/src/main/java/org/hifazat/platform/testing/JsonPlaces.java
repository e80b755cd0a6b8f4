package org.hifazat.platform.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON document at places like {@code tasks[0].kind}, {@code items.id} or {@code items.find
 * { it.kind == 'x' }}, as RestAssured does: a name asked of a list gives the list of what its
 * elements have there.
 */
final class JsonPlaces {
  private static final String NAME = "[A-Za-z_][\\w-]*";
  private static final String FIND = "find(All)? \\{ it\\.(" + NAME + ") == '([^'\\\\]*)' }";
  private static final String STEP =
      "(?:" + FIND.replace("(", "(?:") + "|" + NAME + ")(?:\\[-?\\d+])*";
  private static final Pattern PLAIN =
      Pattern.compile("(?:" + STEP + "(?:\\." + STEP + ")*(?:\\.size\\(\\))?)?");
  private static final Pattern PART =
      Pattern.compile(FIND + "|(" + NAME + ")(\\(\\))?|\\[(-?\\d+)]");

  /** The groups of a part. */
  private static final int ALL = 1;

  private static final int FIELD = 2;
  private static final int VALUE = 3;
  private static final int NAMED = 4;
  private static final int SIZE = 5;
  private static final int INDEX = 6;

  private final @Nullable Object document;

  JsonPlaces(String json) {
    document = value(JsonMapper.shared().readTree(json));
  }

  /** Whether a place is written without any script. */
  static boolean isPlain(String place) {
    return PLAIN.matcher(place).matches();
  }

  /** What is there; null when nothing is. */
  @Nullable Object at(String place) {
    Object found = document;
    Matcher part = PART.matcher(place);
    while (found != null && part.find()) {
      found = next(found, part);
    }
    return found;
  }

  private static @Nullable Object next(Object from, Matcher part) {
    if (part.group(FIELD) != null) {
      List<?> matching =
          ((List<?>) from)
              .stream()
                  .filter(one -> part.group(VALUE).equals(((Map<?, ?>) one).get(part.group(FIELD))))
                  .toList();
      return part.group(ALL) != null ? matching : matching.isEmpty() ? null : matching.getFirst();
    }
    if (part.group(INDEX) != null) {
      return element(from, Integer.parseInt(part.group(INDEX)));
    }
    return part.group(SIZE) != null ? size(from) : named(from, part.group(NAMED));
  }

  private static @Nullable Object element(Object of, int index) {
    if (!(of instanceof List<?> list)) {
      throw new IllegalArgumentException("Not a list: [" + index + "]");
    }
    int from = index < 0 ? list.size() + index : index;
    return from >= 0 && from < list.size() ? list.get(from) : null;
  }

  private static Object size(Object of) {
    return of instanceof Map<?, ?> map ? map.size() : ((List<?>) of).size();
  }

  private static @Nullable Object named(Object of, String name) {
    if (of instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (!(of instanceof List<?> list)) {
      throw new IllegalArgumentException("Neither an object nor a list: " + name);
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (Object one : list) {
      if (one != null) {
        all.add(named(one, name));
      }
    }
    return all;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(one -> list.add(value(one)));
      return list;
    }
    if (node.isNumber()) {
      // as RestAssured reads them
      return node.isIntegralNumber() ? node.numberValue() : (Object) node.floatValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.isNull() ? null : node.asString();
  }
}
