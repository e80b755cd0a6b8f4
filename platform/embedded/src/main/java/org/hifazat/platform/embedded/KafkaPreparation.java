package org.hifazat.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What makes the many brokers of a test run start cheaper: the JVM's cache of Kafka's loaded and
 * linked classes (JEP 483 and 514), and what Kafka's own format writes into an empty folder. Made
 * once per working copy and JDK, by one broker that is started and stopped for it; see ADR 0064.
 *
 * <p>Nothing depends on it: where it cannot be made, and where the JVM does not take the cache,
 * brokers start as they always did.
 */
final class KafkaPreparation {

  private static final System.Logger LOG = System.getLogger(KafkaPreparation.class.getName());
  private static final String FOLDER = "prepared";
  private static final String CACHE = "classes.aot";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path distribution;
  private final Path wanted;

  private KafkaPreparation(Path libs) {
    this.distribution = Objects.requireNonNull(libs.getParent());
    this.wanted = libs.resolveSibling(FOLDER + "-" + key(libs));
  }

  /** What is there for this JDK and this distribution; made first when nothing is. */
  static PreparedBroker ofThisWorkingCopy() {
    try {
      KafkaPreparation preparation = new KafkaPreparation(Distribution.folder("kafka"));
      if (!Files.isDirectory(preparation.wanted)) {
        Distribution.exclusively("kafka", preparation::make);
      }
      return preparation.made();
    } catch (UncheckedIOException | EmbeddedServerException e) {
      // a disk that is full or may not be written to; the next start asks again
      LOG.log(System.Logger.Level.INFO, "Kafka starts unprepared: {0}", e.getMessage());
      return PreparedBroker.NOTHING;
    }
  }

  private PreparedBroker made() {
    Path cache = wanted.resolve(CACHE);
    return new PreparedBroker(
        Files.isRegularFile(cache) ? List.of("-XX:AOTCache=" + cache) : List.of(),
        Optional.of(wanted.resolve(PreparedBroker.CHECKPOINT)).filter(Files::isRegularFile));
  }

  /** Another JDK or another file of Kafka's has another name, and so a cache of its own. */
  private static String key(Path libs) {
    StringBuilder parts = new StringBuilder();
    parts.append(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
    try (Stream<Path> files = Files.list(libs)) {
      for (Path file : files.sorted().toList()) {
        parts.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whole under another name before it has its own: a make that was killed leaves no half. */
  private void make() {
    if (Files.isDirectory(wanted)) {
      return;
    }
    Path making = distribution.resolve(FOLDER + ".new");
    try {
      for (Path old : preparedBefore()) {
        delete(old);
      }
      Files.createDirectories(making);
      try {
        train(making);
      } catch (EmbeddedServerException e) {
        // found out once is enough: the brokers to come do not try again
        LOG.log(System.Logger.Level.INFO, "Kafka could not be prepared: {0}", e.getMessage());
        Files.deleteIfExists(making.resolve(CACHE));
      }
      delete(making.resolve("data"));
      Files.move(making, wanted, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void train(Path making) throws IOException {
    Path cache = making.resolve(CACHE);
    Path log = making.resolve("kafka.log");
    Path data = making.resolve("data");
    KafkaBroker broker =
        new KafkaBroker(
            new KafkaBroker.Settings(data, Ports.free(), Ports.free(), log),
            () -> new PreparedBroker(List.of("-XX:AOTCacheOutput=" + cache), Optional.empty()));
    Thread endOfThisJvm = new Thread(broker::kill, "end-of-preparation");
    Runtime.getRuntime().addShutdownHook(endOfThisJvm);
    try (broker) {
      broker.start();
      // before the process ends it makes the cache of all it has loaded
      broker.stopAndAwaitEnd(PATIENCE);
    }
    Runtime.getRuntime().removeShutdownHook(endOfThisJvm);
    Files.copy(
        data.resolve("segments").resolve(PreparedBroker.CHECKPOINT),
        making.resolve(PreparedBroker.CHECKPOINT));
    if (!usable(cache, log)) {
      Files.deleteIfExists(cache);
    }
  }

  private static boolean usable(Path cache, Path log) {
    List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
    command.addAll(KafkaBroker.flags());
    command.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-version"));
    return ChildProcess.start("Kafka's classes", command, Map.of(), log).awaitEnd(PATIENCE) == 0;
  }

  private List<Path> preparedBefore() throws IOException {
    try (Stream<Path> files = Files.list(distribution)) {
      return files.filter(file -> file.getFileName().toString().startsWith(FOLDER)).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
