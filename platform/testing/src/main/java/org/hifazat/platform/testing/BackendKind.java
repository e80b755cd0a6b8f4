package org.hifazat.platform.testing;

import java.util.Locale;

/**
 * What the suites run on: child processes of this machine, or containers of the production images.
 */
enum BackendKind {
  EMBEDDED,
  CONTAINERS;

  private static final String PROPERTY = "hifazat.test.backends";

  /** From {@code -Dhifazat.test.backends=embedded|containers}; embedded when not given. */
  static BackendKind chosen() {
    String word = System.getProperty(PROPERTY, "embedded");
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "embedded", "" -> EMBEDDED;
      case "containers" -> CONTAINERS;
      default ->
          throw new IllegalArgumentException(
              "-D" + PROPERTY + " is embedded or containers, not " + word);
    };
  }
}
