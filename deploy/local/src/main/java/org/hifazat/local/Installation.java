package org.hifazat.local;

import java.nio.file.Path;
import java.util.Map;
import org.hifazat.platform.embedded.Distribution;

/**
 * One platform on this machine. Two with different base ports and data folders run side by side.
 *
 * @param root the repository's folder
 * @param base the gateway's port; all others follow from it, up to base + 45
 * @param data everything the platform keeps: databases, topics, keys, logs
 */
record Installation(Path root, int base, Path data) {

  static final int DEFAULT_BASE = 8600;

  /**
   * Reads {@code HIFAZAT_PORT} and {@code HIFAZAT_DATA}; a relative folder is meant from where the
   * user stands.
   */
  static Installation from(Map<String, String> environment) {
    Path root = Distribution.root();
    String data = environment.getOrDefault("HIFAZAT_DATA", "");
    Path folder =
        data.isBlank() ? root.resolve(".hifazat") : Path.of(data).toAbsolutePath().normalize();
    return new Installation(root, base(environment.getOrDefault("HIFAZAT_PORT", "")), folder);
  }

  private static int base(String given) {
    if (given.isBlank()) {
      return DEFAULT_BASE;
    }
    try {
      int base = Integer.parseInt(given.strip());
      if (base >= 1024 && base <= 65000) {
        return base;
      }
    } catch (NumberFormatException e) {
      // answered below, with the same words
    }
    throw new IllegalArgumentException(
        "HIFAZAT_PORT must be a number from 1024 to 65000, not \"" + given + "\"");
  }

  Path logs() {
    return data.resolve("log");
  }

  Path log(Component component) {
    return logs().resolve(component.id() + ".log");
  }

  Path keys() {
    return data.resolve("keys");
  }

  Path run() {
    return data.resolve("run");
  }

  int port(Component component) {
    return component.port(base);
  }

  /** The address people open. */
  String address() {
    return "http://localhost:" + base;
  }

  /** A component's management address, e.g. {@code http://127.0.0.1:8642}. */
  String management(Component component) {
    return "http://127.0.0.1:" + component.managementPort(base);
  }
}
