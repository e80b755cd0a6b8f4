package org.hifazat.platform.embedded;

import java.nio.file.Path;

/**
 * A server of the platform that runs as a child process of this JVM and keeps its data in a folder.
 */
public interface EmbeddedServer extends AutoCloseable {

  /** Short name for messages and files: "postgres", "kafka", "keycloak". */
  String name();

  /** The port it serves on, at 127.0.0.1. */
  int port();

  /** Standard output and error of the process, appended over restarts. */
  Path log();

  /**
   * Starts the process and waits until it answers. Starting a running server does nothing.
   *
   * @throws EmbeddedServerException when it ends or does not answer in time; the message holds the
   *     log's last lines
   */
  void start();

  /** Asks the process to end and waits; ends it by force when it does not. */
  void stop();

  /** Ends the process at once, as a power cut would. */
  void kill();

  boolean alive();

  /** The process's id, or -1 when none was started. */
  long pid();

  @Override
  default void close() {
    stop();
  }

  /** Stops the server when this JVM ends, so that a test run leaves no process. */
  default void stopWithThisJvm() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "stop-" + name()));
  }
}
