package org.hifazat.platform.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * The suites on containers need a container engine: without one they fail, they are never skipped.
 */
final class Containers {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Containers() {}

  /** Starts it and gives its id. */
  static String start(GenericContainer<?> container) {
    requireEngine();
    container.start();
    return container.getContainerId();
  }

  /** Ends it with this signal and waits until it has ended; it can be started again. */
  static void end(String id, String signal) {
    engine().killContainerCmd(id).withSignal(signal).exec();
    engine()
        .waitContainerCmd(id)
        .exec(new WaitContainerResultCallback())
        .awaitStatusCode(30, TimeUnit.SECONDS);
  }

  /** Starts an ended one again and waits until it serves. */
  static void resume(String id, Callable<Boolean> serves) {
    engine().startContainerCmd(id).exec();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .until(serves);
  }

  static DockerClient engine() {
    requireEngine();
    return DockerClientFactory.instance().client();
  }

  static String host() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }

  /** Asks for an engine only; nothing is pulled. */
  static void requireEngine() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "-Dhifazat.test.backends=containers needs a running container engine and found none;"
              + " start Docker or Podman, or leave the option away to use the embedded servers");
    }
  }
}
