package org.hifazat.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the unpacked servers are: {@code target/dist} under the repository's root, put there by
 * Maven.
 */
public final class Distribution {

  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  private Distribution() {}

  /**
   * System property {@code hifazat.root}, else the nearest parent folder that holds the Maven
   * wrapper.
   */
  public static Path root() {
    String given = System.getProperty("hifazat.root");
    if (given != null && !given.isBlank()) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new EmbeddedServerException("No repository root above " + here + "; set -Dhifazat.root");
  }

  /**
   * The folder of a server ("kafka", "keycloak") that Maven unpacked, of the version this build was
   * made with.
   */
  static Path folder(String server) {
    Properties folders = new Properties();
    try (InputStream file = Distribution.class.getResourceAsStream("distribution.properties")) {
      folders.load(Objects.requireNonNull(file, "distribution.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path folder = root().resolve("target/dist").resolve(folders.getProperty(server));
    if (!Files.isDirectory(folder)) {
      throw new EmbeddedServerException(
          folder + " is missing; run ./mvnw -pl platform/embedded -am install -DskipTests");
    }
    return folder;
  }

  /**
   * Runs the work while no other thread or process of this working copy does the same kind of work.
   */
  static void exclusively(String name, Runnable work) {
    IN_THIS_JVM.lock();
    try {
      Path folder = Files.createDirectories(root().resolve("target/dist"));
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid()) {
          work.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      IN_THIS_JVM.unlock();
    }
  }
}
