package org.hifazat.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hifazat.platform.embedded.CommandLine;

/**
 * The process that listens on a port.
 *
 * @param command its command line, shortened
 */
record PortHolder(long pid, String command) {

  private static final String LISTENING = "0A";

  /**
   * Empty when nobody listens, or the holder belongs to another user and the system does not say
   * who it is.
   */
  static Optional<PortHolder> of(int port) {
    Path processes = Path.of("/proc");
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Path file = processes.resolve(table);
      if (Files.isReadable(file)) {
        try {
          sockets.addAll(listeningSockets(Files.readAllLines(file), port));
        } catch (IOException e) {
          // an unreadable table is the same as an empty one
        }
      }
    }
    Optional<Long> pid = sockets.isEmpty() ? fromLsof(port) : owner(processes, sockets);
    return pid.map(id -> new PortHolder(id, describe(id)));
  }

  /** The inodes of the sockets that listen on the port, from the lines of /proc/net/tcp or tcp6. */
  static Set<String> listeningSockets(List<String> table, int port) {
    String suffix = ":" + "%04X".formatted(port);
    Set<String> sockets = new HashSet<>();
    for (String line : table) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > 9
          && columns[1].toUpperCase(Locale.ROOT).endsWith(suffix)
          && columns[3].equals(LISTENING)) {
        sockets.add("socket:[" + columns[9] + "]");
      }
    }
    return sockets;
  }

  private static Optional<Long> owner(Path processes, Set<String> sockets) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path process : all) {
        if (holds(process.resolve("fd"), sockets)) {
          return Optional.of(Long.valueOf(process.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean holds(Path descriptors, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (sockets.contains(target(descriptor))) {
          return true;
        }
      }
    } catch (IOException e) {
      // another user's process, or one that ended meanwhile
      return false;
    }
    return false;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Long> fromLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String describe(long pid) {
    String words =
        String.join(" ", CommandLine.of(pid).orElse(List.of("a process of another user")));
    return words.length() <= 100 ? words : words.substring(0, 100) + "…";
  }
}
