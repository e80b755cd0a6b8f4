package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hifazat.platform.embedded.ChildProcess;
import org.hifazat.platform.embedded.KafkaBroker;
import org.hifazat.platform.embedded.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Gives the application under test a real Kafka broker, which a test may stop, kill and start
 * again.
 *
 * <p>One broker per JVM; {@code -Dhifazat.test.kafka=host:port} takes a running one instead, whose
 * topics are deleted first and which cannot be stopped from a test.
 */
public class KafkaBackend implements QuarkusTestResourceLifecycleManager {
  private static final String SERVERS = "hifazat.test.kafka";
  private static final String CONTROLLER_PORT = "hifazat.test.kafka.controller";
  private static final String PID = "hifazat.test.kafka.pid";
  private static final String CONTAINER = "hifazat.test.kafka.container";
  private static final String OURS = "hifazat.test.kafka.ours";

  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", bootstrapServers());
  }

  /** The broker outlives one application: the next one in this JVM uses it again. */
  @Override
  public void stop() {}

  /** Where the broker of this JVM is; starts it when it has none yet. */
  public static String bootstrapServers() {
    String servers =
        Shared.once(
            SERVERS,
            () ->
                switch (BackendKind.chosen()) {
                  case EMBEDDED -> embedded();
                  case CONTAINERS -> container();
                });
    Shared.once(OURS, () -> Topics.deleteAll(servers));
    return servers;
  }

  /** Stops the broker in good order; clients see it go away. */
  public static void stopBroker() {
    halt("TERM");
  }

  /** Ends the broker as a power cut would. */
  public static void killBroker() {
    halt("KILL");
  }

  /** Starts the stopped broker again, with its data, at the same address. */
  public static void startBroker() {
    if (Shared.value(CONTAINER).isPresent()) {
      String servers = Shared.value(SERVERS).orElseThrow();
      Containers.resume(Shared.value(CONTAINER).get(), () -> Topics.listed(servers));
      return;
    }
    launch(broker());
  }

  private static void halt(String signal) {
    if (Shared.value(CONTAINER).isPresent()) {
      Containers.end(Shared.value(CONTAINER).get(), signal);
      return;
    }
    long pid =
        Shared.value(PID)
            .map(Long::parseLong)
            .orElseThrow(() -> new IllegalStateException("This JVM has started no broker"));
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    ChildProcess.signal(pid, signal);
    try {
      process.onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The broker does not end", e);
    }
  }

  private static String embedded() {
    System.setProperty(OURS, "yes");
    System.setProperty(CONTROLLER_PORT, Integer.toString(Ports.free()));
    int port = Ports.free();
    KafkaBroker broker = broker(port);
    launch(broker);
    return broker.bootstrapServers();
  }

  private static void launch(KafkaBroker broker) {
    broker.start();
    System.setProperty(PID, Long.toString(broker.pid()));
    Shared.endWithThisJvm(broker.pid());
  }

  private static KafkaBroker broker() {
    String servers = Shared.value(SERVERS).orElseThrow();
    return broker(Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1)));
  }

  private static KafkaBroker broker(int port) {
    Path folder = Shared.folder();
    int controller = Integer.parseInt(Shared.value(CONTROLLER_PORT).orElseThrow());
    return new KafkaBroker(
        new KafkaBroker.Settings(
            folder.resolve("kafka"), port, controller, folder.resolve("kafka.log")));
  }

  @SuppressWarnings("resource") // the engine's reaper removes it after this JVM
  private static String container() {
    System.setProperty(OURS, "yes");
    int port = Ports.free();
    String address = Containers.host() + ":" + port;
    GenericContainer<?> container =
        new GenericContainer<>(Images.named("kafka"))
            .withEnv("KAFKA_NODE_ID", "1")
            .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
            .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
            .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + address)
            .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
            .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
            .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
    // a fixed port, so that the address holds over a restart
    container.setPortBindings(List.of(port + ":9092"));
    System.setProperty(CONTAINER, Containers.start(container));
    return address;
  }
}
