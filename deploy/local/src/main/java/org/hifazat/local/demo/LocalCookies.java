package org.hifazat.local.demo;

import java.net.CookieHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cookies of one address, kept the way browsers keep them: a browser counts localhost as secure and
 * sends "Secure" cookies there, which Java's own cookie store does not.
 */
final class LocalCookies extends CookieHandler {
  private record Place(String name, String path) {}

  private final Map<Place, String> kept = new LinkedHashMap<>();

  @Override
  public synchronized Map<String, List<String>> get(
      URI address, Map<String, List<String>> headers) {
    String path = address.getPath().isEmpty() ? "/" : address.getPath();
    String line =
        kept.entrySet().stream()
            .filter(cookie -> path.startsWith(cookie.getKey().path()))
            .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? Map.of() : Map.of("Cookie", List.of(line));
  }

  @Override
  public synchronized void put(URI address, Map<String, List<String>> headers) {
    headers.forEach(
        (name, lines) -> {
          if (name != null && name.equalsIgnoreCase("Set-Cookie")) {
            lines.forEach(this::keep);
          }
        });
  }

  private void keep(String line) {
    List<String> parts = new ArrayList<>(List.of(line.split(";", -1)));
    String first = parts.removeFirst();
    int sign = first.indexOf('=');
    if (sign < 1) {
      return;
    }
    String path = "/";
    boolean ended = false;
    for (String part : parts) {
      String attribute = part.strip();
      String lower = attribute.toLowerCase(Locale.ROOT);
      if (lower.startsWith("path=")) {
        path = attribute.substring("path=".length());
      }
      ended |= lower.equals("max-age=0");
    }
    Place place = new Place(first.substring(0, sign).strip(), path);
    if (ended) {
      kept.remove(place);
    } else {
      kept.put(place, first.substring(sign + 1).strip());
    }
  }
}
