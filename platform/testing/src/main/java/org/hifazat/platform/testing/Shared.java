package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one test JVM starts once.
 *
 * <p>Remembered as system properties and process ids, not in static fields: Quarkus loads test
 * classes and test resources in class loaders of their own, each with other statics.
 */
final class Shared {
  private Shared() {}

  /** The value given with {@code -D} or remembered earlier. */
  static Optional<String> value(String property) {
    return Optional.ofNullable(System.getProperty(property)).filter(text -> !text.isBlank());
  }

  /** The value given or remembered; else what {@code make} gives, remembered from then on. */
  static String once(String property, Supplier<String> make) {
    synchronized (System.getProperties()) {
      Optional<String> known = value(property);
      if (known.isPresent()) {
        return known.get();
      }
      String made = make.get();
      System.setProperty(property, made);
      return made;
    }
  }

  /** A folder for this JVM's servers; what dead JVMs left is deleted. */
  static Path folder() {
    return Path.of(once("hifazat.test.folder", () -> freshFolder().toString()));
  }

  private static Path freshFolder() {
    Path all = Path.of("target", "test-backends").toAbsolutePath();
    try {
      Files.createDirectories(all);
      try (Stream<Path> left = Files.list(all)) {
        left.filter(Shared::abandoned).forEach(Shared::delete);
      }
      return Files.createDirectories(all.resolve(Long.toString(ProcessHandle.current().pid())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean abandoned(Path folder) {
    try {
      long pid = Long.parseLong(folder.getFileName().toString());
      return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException notOurs) {
      return false;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the process when this JVM ends. Only JDK classes inside: Quarkus' class loaders are closed
   * by then.
   */
  static void endWithThisJvm(long pid) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(pid), "end-" + pid));
  }

  private static void end(long pid) {
    ProcessHandle.of(pid)
        .ifPresent(
            server -> {
              server.descendants().forEach(ProcessHandle::destroyForcibly);
              server.destroyForcibly();
            });
  }
}
