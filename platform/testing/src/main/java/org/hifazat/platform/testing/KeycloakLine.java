package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/**
 * The line between the application and the Keycloak all suites share; a test may cut and mend it:
 * from the application's side Keycloak is gone and back, from the other suites' side nothing
 * happens.
 *
 * <p>Its state is a system property: Quarkus loads test classes more than once.
 */
public final class KeycloakLine implements QuarkusTestResourceLifecycleManager {
  private static final String CUT = "hifazat.test.keycloak-line.cut";
  private static final int AFTER_THE_BACKENDS = 100;

  private final ServerSocket listener = listener();

  /** Keycloak answers no more, on open connections neither. */
  public static void cut() {
    System.setProperty(CUT, "yes");
  }

  public static void mend() {
    System.clearProperty(CUT);
  }

  @Override
  public int order() {
    return AFTER_THE_BACKENDS;
  }

  @Override
  public Map<String, String> start() {
    URI keycloak = URI.create(KeycloakBackend.url());
    Thread.ofVirtual().start(() -> accept(keycloak));
    return Map.of(
        "hifazat.keycloak.url", "http://127.0.0.1:" + listener.getLocalPort() + keycloak.getPath());
  }

  @Override
  public void stop() {
    close(listener);
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept(URI keycloak) {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (isCut()) {
          close(client);
          continue;
        }
        Socket server = new Socket(keycloak.getHost(), keycloak.getPort());
        Thread.ofVirtual().start(() -> forward(client, server));
        Thread.ofVirtual().start(() -> forward(server, client));
      } catch (IOException closed) {
        // the next accept says whether it was the listener
      }
    }
  }

  private static void forward(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0 && !isCut(); read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException closed) {
      // either end hung up
    }
  }

  private static boolean isCut() {
    return System.getProperty(CUT) != null;
  }

  private static void close(AutoCloseable closed) {
    try {
      closed.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
