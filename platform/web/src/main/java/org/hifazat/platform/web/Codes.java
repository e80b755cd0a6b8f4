package org.hifazat.platform.web;

import java.util.Locale;

/** Spelling of codes and pointers in problems. */
final class Codes {

  private Codes() {}

  /** NotBlank becomes not-blank. */
  static String kebab(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** One reference token of a JSON pointer (RFC 6901 §3). */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
