package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hifazat.platform.embedded.ChildProcess;
import org.hifazat.platform.embedded.Distribution;
import org.hifazat.platform.embedded.Http;
import org.hifazat.platform.embedded.KeycloakServer;
import org.hifazat.platform.embedded.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Gives the application under test a real Keycloak with the shipped realm, and {@link Tokens} from
 * it.
 *
 * <p>One server per JVM, its database on the JVM's PostgreSQL. {@code
 * -Dhifazat.test.keycloak=http://…/auth} takes a running one instead (bootstrap administrator's
 * password in {@code -Dhifazat.test.keycloak.password}), {@code -Dhifazat.test.servers=<folder>}
 * the one that several JVMs share. The realm as shipped allows no password grant; the clients and
 * accounts the tests sign in with are added through the Admin API.
 */
public class KeycloakBackend implements QuarkusTestResourceLifecycleManager {
  static final String ADMINISTRATOR = KeycloakServer.BOOTSTRAP_ADMIN;

  /** The secrets the realm of the tests was imported with. */
  public static final String GATEWAY_SECRET = "gateway-secret-of-the-tests-only";

  public static final String PROVISIONING_SECRET = "provisioning-secret-of-the-tests-only";

  private static final String URL = "hifazat.test.keycloak";
  private static final String PASSWORD = "hifazat.test.keycloak.password";
  private static final String PID = "hifazat.test.keycloak.pid";
  private static final String CONTAINER = "hifazat.test.keycloak.container";
  private static final String PREPARED = "hifazat.test.keycloak.prepared";
  private static final String REALM = "identity/src/main/keycloak/hifazat-realm.json";
  private static final String PUBLIC_URL = "http://localhost:8600";
  private static final int PORT = 8080;
  private static final String HOST = "host.docker.internal";

  @Override
  public Map<String, String> start() {
    String realm = url() + "/realms/hifazat";
    return Map.of(
        "quarkus.oidc.auth-server-url", realm,
        "quarkus.oidc.token.issuer", realm,
        "hifazat.keycloak.url", url(),
        "hifazat.gateway.client-secret", GATEWAY_SECRET,
        "hifazat.provisioning.client-secret", PROVISIONING_SECRET);
  }

  /** The server outlives one application: the next one in this JVM uses it again. */
  @Override
  public void stop() {}

  /** Where the Keycloak of this JVM is, with /auth; starts it when it has none yet. */
  public static String url() {
    String url =
        Shared.once(
            URL,
            () ->
                switch (BackendKind.chosen()) {
                  case EMBEDDED ->
                      SharedServers.forKeycloak(realm())
                          .map(KeycloakBackend::shared)
                          .orElseGet(KeycloakBackend::embedded);
                  case CONTAINERS -> container();
                });
    Shared.once(
        PREPARED,
        () -> {
          administration(url).prepareForTests();
          return "yes";
        });
    Tokens.begin(url);
    return url;
  }

  /**
   * Lets sign-ins return to this address, as in {@code http://localhost:34567}, instead of the one
   * the realm was imported with.
   */
  public static void servePublicUrl(String publicUrl) {
    administration(url()).allowPublicUrl(publicUrl);
  }

  /** Stops answering, as a crash would; {@link #startServer()} brings it back. */
  public static void stopServer() {
    if (Shared.value(CONTAINER).isPresent()) {
      Containers.end(Shared.value(CONTAINER).get(), "KILL");
      return;
    }
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
    ChildProcess.signal(pid(), "KILL");
    try {
      process.onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Keycloak does not end", e);
    }
  }

  /** Starts the stopped server again, with its data, at the same address. */
  public static void startServer() {
    if (Shared.value(CONTAINER).isPresent()) {
      String realm = Shared.value(URL).orElseThrow() + "/realms/hifazat";
      Containers.resume(Shared.value(CONTAINER).get(), () -> Http.answers200(realm));
      return;
    }
    launch(URI.create(Shared.value(URL).orElseThrow()).getPort());
  }

  static RealmAdministration administration(String url) {
    return new RealmAdministration(url, password());
  }

  private static String password() {
    return Shared.value(PASSWORD).orElse("bootstrap-of-the-tests-only");
  }

  private static long pid() {
    return Shared.value(PID)
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalStateException("This JVM has started no Keycloak"));
  }

  private static String embedded() {
    return launch(Ports.free()).url();
  }

  private static String shared(SharedServers servers) {
    System.setProperty(PREPARED, "yes");
    return servers.keycloak(
        (folder, port, url, user, password) -> {
          KeycloakServer server = server(folder, port, new Database(url, user, password));
          server.start();
          return server;
        });
  }

  private static KeycloakServer launch(int port) {
    KeycloakServer server = server(Shared.folder(), port, database());
    server.start();
    System.setProperty(PID, Long.toString(server.pid()));
    Shared.endWithThisJvm(server.pid());
    return server;
  }

  private static KeycloakServer server(Path folder, int port, Database database) {
    return new KeycloakServer(
        new KeycloakServer.Settings(
            folder.resolve("keycloak"),
            port,
            Ports.free(),
            folder.resolve("keycloak.log"),
            database.url(),
            database.user(),
            database.password(),
            Optional.empty(),
            Optional.of(realm()),
            environment(),
            password()));
  }

  private record Database(String url, String user, String password) {}

  /** Keycloak owns its tables: it connects with the role that may make them. */
  private static Database database() {
    PostgresBackend postgres = new PostgresBackend();
    postgres.init(Map.of("database", "keycloak"));
    Map<String, String> quarkus = postgres.start();
    return new Database(
        Objects.requireNonNull(quarkus.get("quarkus.datasource.jdbc.url")),
        Objects.requireNonNull(quarkus.get("quarkus.flyway.username")),
        Objects.requireNonNull(quarkus.get("quarkus.flyway.password")));
  }

  private static Path realm() {
    return Distribution.root().resolve(REALM);
  }

  private static Map<String, String> environment() {
    return Map.of(
        "HIFAZAT_PUBLIC_URL", PUBLIC_URL,
        "HIFAZAT_GATEWAY_INTERNAL_URL", PUBLIC_URL,
        "HIFAZAT_GATEWAY_CLIENT_SECRET", GATEWAY_SECRET,
        "HIFAZAT_PROVISIONING_CLIENT_SECRET", PROVISIONING_SECRET);
  }

  @SuppressWarnings("resource") // the engine's reaper removes it after this JVM
  private static String container() {
    Database database = database();
    URI postgres = URI.create(database.url().substring("jdbc:".length()));
    int port = Ports.free();
    GenericContainer<?> container =
        new GenericContainer<>(Images.named("keycloak"))
            // the database's published port is reached by way of the host
            .withExtraHost(HOST, "host-gateway")
            .withEnv(environment())
            .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR)
            .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", password())
            .withEnv("KC_DB_USERNAME", database.user())
            .withEnv("KC_DB_PASSWORD", database.password())
            .withEnv("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
            .withCopyFileToContainer(
                MountableFile.forHostPath(realm()), "/opt/keycloak/data/import/realm.json")
            .withCopyFileToContainer(
                MountableFile.forHostPath(realm().resolveSibling("themes")), "/opt/keycloak/themes")
            .withCommand(
                "start",
                "--db=postgres",
                "--db-url=jdbc:postgresql://"
                    + HOST
                    + ":"
                    + postgres.getPort()
                    + postgres.getPath(),
                "--http-relative-path=/auth",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--proxy-headers=xforwarded",
                "--cache=local",
                "--import-realm")
            .waitingFor(
                Wait.forHttp("/auth/realms/hifazat")
                    .forPort(PORT)
                    .withStartupTimeout(Duration.ofMinutes(10)))
            .withExposedPorts(PORT);
    // a fixed port, so that the address holds over a restart
    container.setPortBindings(List.of(port + ":" + PORT));
    System.setProperty(CONTAINER, Containers.start(container));
    return "http://" + Containers.host() + ":" + port + "/auth";
  }
}
