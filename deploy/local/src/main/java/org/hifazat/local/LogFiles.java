package org.hifazat.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps the logs of running components from filling the disk. */
final class LogFiles {

  static final long LIMIT = 20L * 1024 * 1024;

  private final Path folder;

  LogFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies each log above 20 MiB to {@code <log>.1} and empties it; the components append, so they
   * go on at its start.
   */
  void shorten() {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        if (Files.size(log) > LIMIT) {
          Files.copy(
              log,
              log.resolveSibling(log.getFileName() + ".1"),
              StandardCopyOption.REPLACE_EXISTING);
          FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
              .close();
        }
      }
    } catch (IOException e) {
      System.err.println("Logs in " + folder + " could not be shortened: " + e.getMessage());
    }
  }
}
