package org.hifazat.assessment.openrosa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart body, read in memory: what people wrote must not lie in a temporary file. Takes what
 * Collect sends and refuses what is unclear.
 */
public final class Multipart {

  private static final int MOST_PARTS = 20;
  private static final int MOST_HEADER = 2_000;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"\\r\\n]{1,70})\"|([!-~&&[^\";,]]{1,70})).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);

  /** One part. */
  public record Part(String name, String content) {}

  private Multipart() {}

  /** The parts, as UTF-8; empty when the body is not what its type says. */
  public static Optional<List<Part>> read(String contentType, byte[] body) {
    Matcher type = BOUNDARY.matcher(contentType);
    if (!type.matches()) {
      return Optional.empty();
    }
    String boundary = "--" + (type.group(1) == null ? type.group(2) : type.group(1));
    // One character per byte: positions stay positions.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int at = text.startsWith(boundary) ? 0 : text.indexOf("\r\n" + boundary);
    if (at < 0) {
      return Optional.empty();
    }
    at = text.indexOf(boundary, at) + boundary.length();
    List<Part> parts = new ArrayList<>();
    while (!text.startsWith("--", at)) {
      int begin = text.startsWith("\r\n", at) ? at + 2 : -1;
      int end = begin < 0 ? -1 : text.indexOf("\r\n" + boundary, begin);
      Optional<Part> part = end < 0 ? Optional.empty() : part(text.substring(begin, end));
      if (part.isEmpty() || parts.size() == MOST_PARTS) {
        return Optional.empty();
      }
      parts.add(part.get());
      at = end + 2 + boundary.length();
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private static Optional<Part> part(String part) {
    int blank = part.indexOf("\r\n\r\n");
    if (blank < 0 || blank > MOST_HEADER) {
      return Optional.empty();
    }
    String disposition =
        part.substring(0, blank)
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
            .findFirst()
            .orElse("");
    Matcher name = NAME.matcher(disposition);
    if (!name.find()) {
      return Optional.empty();
    }
    byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
    return Optional.of(
        new Part(
            name.group(1) == null ? name.group(2) : name.group(1),
            new String(content, StandardCharsets.UTF_8)));
  }
}
