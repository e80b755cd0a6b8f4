package org.hifazat.platform.testing;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * The suites on containers need a container engine: without one they fail, they are never skipped.
 */
final class Containers {
  private Containers() {}

  /** Starts it and gives its id. */
  static String start(GenericContainer<?> container) {
    requireEngine();
    container.start();
    return container.getContainerId();
  }

  static DockerClient engine() {
    requireEngine();
    return DockerClientFactory.instance().client();
  }

  static String host() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }

  private static void requireEngine() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "-Dhifazat.test.backends=containers needs a running container engine and found none;"
              + " start Docker or Podman, or leave the option away to use the embedded servers");
    }
  }
}
