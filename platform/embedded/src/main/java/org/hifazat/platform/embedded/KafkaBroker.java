package org.hifazat.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Kafka as one KRaft node, broker and controller in one JVM of its own. */
public final class KafkaBroker extends ChildServer {

  private static final String LOG_FORMAT = "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

  /**
   * @param data holds the log segments and the server's properties; formatted when empty
   * @param port of the broker
   * @param controllerPort of the controller, used by the node itself only
   */
  public record Settings(Path data, int port, int controllerPort, Path log) {

    public Settings {
      data = data.toAbsolutePath().normalize();
    }
  }

  private final Settings settings;

  public KafkaBroker(Settings settings) {
    super("kafka", settings.port(), settings.log(), "TERM");
    this.settings = settings;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  @Override
  protected void launch() {
    Ports.requireFree("Kafka", settings.port());
    Path properties = writeProperties();
    if (!Files.exists(segments().resolve("meta.properties"))) {
      format(properties);
    }
    List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xms128m", "-Xmx384m"));
    command.addAll(flags());
    command.addAll(List.of("kafka.Kafka", properties.toString()));
    // the port opens before the broker may serve; the log's line is its last step
    run(
        command,
        Map.of(),
        Duration.ofMinutes(5),
        started ->
            Ports.open(settings.port()) && started.output().contains("Kafka Server started"));
  }

  private List<String> flags() {
    Path libs = Distribution.folder("kafka");
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:MetaspaceSize=64m",
        "-Djava.awt.headless=true",
        "-Duser.timezone=UTC",
        "-Duser.language=en",
        "-Djava.util.logging.SimpleFormatter.format=" + LOG_FORMAT,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        libs.resolve("*").toString());
  }

  private Path segments() {
    return settings.data().resolve("segments");
  }

  private Path writeProperties() {
    Path file = settings.data().resolve("server.properties");
    String text =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        num.network.threads=2
        num.io.threads=4
        num.recovery.threads.per.data.dir=2
        background.threads=2
        num.partitions=6
        auto.create.topics.enable=false
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=16777216
        log.index.size.max.bytes=1048576
        # each is a record of nothing, written and replicated to itself; the default is two a second
        metadata.max.idle.interval.ms=60000
        """
            .formatted(settings.port(), settings.controllerPort(), segments());
    try {
      Files.createDirectories(segments());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new EmbeddedServerException("No folder for Kafka's data at " + settings.data(), e);
    }
  }

  private void format(Path properties) {
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    ByteBuffer.wrap(id).put(0, (byte) (id[0] & 0x7f));
    String cluster = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx128m"));
    command.addAll(flags());
    command.addAll(
        List.of("kafka.tools.StorageTool", "format", "-t", cluster, "-c", properties.toString()));
    runOnce("Kafka's format", command, Map.of());
  }
}
