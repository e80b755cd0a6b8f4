package org.hifazat.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The words a process was started with. */
public final class CommandLine {

  private CommandLine() {}

  /** Empty when the process is gone, or its command line is not ours to read. */
  public static Optional<List<String>> of(long pid) {
    Path file = Path.of("/proc", Long.toString(pid), "cmdline");
    if (Files.exists(file)) {
      try {
        String words = Files.readString(file, StandardCharsets.UTF_8);
        return words.isEmpty() ? Optional.empty() : Optional.of(List.of(words.split("\0")));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return fromPs(pid);
  }

  /**
   * Without /proc (macOS) the words are split at blanks, which is enough for comparing paths
   * without blanks.
   */
  private static Optional<List<String>> fromPs(long pid) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", Long.toString(pid)).start();
      String line = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return line.isEmpty() ? Optional.empty() : Optional.of(List.of(line.split(" +")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
