package org.hifazat.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What was done once, so that a broker's start need not do it again.
 *
 * @param flags for its JVM
 * @param checkpoint what Kafka's own format writes besides the ids
 */
record PreparedBroker(List<String> flags, Optional<Path> checkpoint) {

  static final PreparedBroker NOTHING = new PreparedBroker(List.of(), Optional.empty());

  static final String CHECKPOINT = "bootstrap.checkpoint";
  static final String IDS = "meta.properties";

  PreparedBroker {
    flags = List.copyOf(flags);
  }

  /**
   * Does what Kafka's format does to an empty folder.
   *
   * @return false when that was never prepared, and nothing was written that counts
   */
  boolean format(Path segments) {
    if (checkpoint.isEmpty()) {
      return false;
    }
    try {
      Files.copy(
          checkpoint.get(), segments.resolve(CHECKPOINT), StandardCopyOption.REPLACE_EXISTING);
      // last: a folder that has it counts as formatted
      Files.writeString(
          segments.resolve(IDS),
          """
          cluster.id=%s
          directory.id=%s
          node.id=1
          version=1
          """
              .formatted(KafkaBroker.newId(), KafkaBroker.newId()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
