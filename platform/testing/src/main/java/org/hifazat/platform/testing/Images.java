package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Names of the container images, from {@code images.properties} or {@code
 * -Dhifazat.test.images.<name>}.
 */
final class Images {
  private Images() {}

  /** For example {@code postgres}, {@code kafka}, {@code keycloak}. */
  static String named(String name) {
    return Shared.value("hifazat.test.images." + name).orElseGet(() -> committed(name));
  }

  private static String committed(String name) {
    Properties images = new Properties();
    try (InputStream file = Images.class.getResourceAsStream("images.properties")) {
      images.load(Objects.requireNonNull(file, "images.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(images.getProperty(name), name);
  }
}
