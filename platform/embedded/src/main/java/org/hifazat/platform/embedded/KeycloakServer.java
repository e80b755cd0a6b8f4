package org.hifazat.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keycloak's optimized build on PostgreSQL, under the path /auth, with the realm imported at its
 * first start.
 */
public final class KeycloakServer extends ChildServer {

  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--http-relative-path=/auth",
          "--health-enabled=true",
          "--metrics-enabled=true");

  /**
   * @param home this instance's folder: links to the distribution, and its own realm files and
   *     temporary data
   * @param managementPort health and metrics
   * @param hostname public address, e.g. {@code http://localhost:8600/auth}; empty accepts any (for
   *     tests)
   * @param realm file imported when the realm does not exist yet; {@code ${NAME}} in it is replaced
   *     from the environment. A folder {@code themes} beside it holds the themes the realm names
   * @param environment values for those placeholders
   * @param adminPassword of the bootstrap administrator {@code hifazat-bootstrap}, created on an
   *     empty database only
   */
  public record Settings(
      Path home,
      int port,
      int managementPort,
      Path log,
      String jdbcUrl,
      String databaseUser,
      String databasePassword,
      Optional<String> hostname,
      Optional<Path> realm,
      Map<String, String> environment,
      String adminPassword) {

    public Settings {
      home = home.toAbsolutePath().normalize();
      environment = Map.copyOf(environment);
    }
  }

  public static final String BOOTSTRAP_ADMIN = "hifazat-bootstrap";

  private final Settings settings;

  public KeycloakServer(Settings settings) {
    super("keycloak", settings.port(), settings.log(), "TERM");
    this.settings = settings;
  }

  /** The address services reach it at, e.g. {@code http://127.0.0.1:8610/auth}. */
  public String url() {
    return "http://127.0.0.1:" + settings.port() + "/auth";
  }

  /** Where its health and metrics are, e.g. {@code http://127.0.0.1:8611/auth}. */
  public String managementUrl() {
    return "http://127.0.0.1:" + settings.managementPort() + "/auth";
  }

  @Override
  protected void launch() {
    Ports.requireFree("Keycloak", settings.port());
    build();
    layOut();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + settings.managementPort(),
                "--http-pool-max-threads=32",
                "--proxy-headers=xforwarded",
                "--cache=local",
                "--shutdown-delay=0s",
                "--db-url=" + settings.jdbcUrl(),
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20",
                // it logs each refused readiness check, several a second while it starts
                "--log-level=info,io.smallrye.health:off"));
    if (settings.hostname().isPresent()) {
      arguments.add("--hostname=" + settings.hostname().get());
      arguments.add("--hostname-backchannel-dynamic=true");
    } else {
      arguments.add("--hostname-strict=false");
    }
    if (settings.realm().isPresent()) {
      arguments.add("--import-realm");
    }
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("KC_DB_USERNAME", settings.databaseUser());
    environment.put("KC_DB_PASSWORD", settings.databasePassword());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", BOOTSTRAP_ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
    run(
        command(settings.home(), arguments),
        environment,
        // its tables take half a minute of a core, and a busy machine gives it a sixth of one
        Duration.ofMinutes(10),
        started -> answers());
  }

  /**
   * Builds the optimized distribution when this working copy has none yet; takes some seconds,
   * once.
   */
  private void build() {
    Path distribution = Distribution.folder("keycloak");
    Path stamp = distribution.resolve("hifazat-build.txt");
    String wanted =
        String.join(" ", BUILD_OPTIONS) + " " + System.getProperty("java.specification.version");
    Distribution.exclusively(
        "keycloak",
        () -> {
          try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
              return;
            }
            List<String> arguments = new ArrayList<>(List.of("build"));
            arguments.addAll(BUILD_OPTIONS);
            runOnce("Keycloak's build", command(distribution, arguments), Map.of());
            Files.writeString(stamp, wanted);
          } catch (IOException e) {
            throw new EmbeddedServerException(
                "Keycloak's build could not be recorded in " + stamp, e);
          }
        });
  }

  /**
   * What bin/kc.sh would run, without its shell in between: the process we hold is Keycloak itself.
   */
  private static List<String> command(Path home, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ChildProcess.java(),
                "-Xms96m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // each share of these two that fills up is a full collection
                "-XX:MetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=160m",
                // some hundred thousand names, walked for each class that is loaded
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:SymbolTableSize=262144",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                Distribution.folder("keycloak").resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(arguments);
    return command;
  }

  /**
   * Two platforms on one machine share the distribution, but not the folder realms are imported
   * from.
   */
  private void layOut() {
    Path distribution = Distribution.folder("keycloak");
    Path imports = settings.home().resolve("data/import");
    try {
      Files.createDirectories(imports);
      for (String name : List.of("conf", "lib", "providers", "bin")) {
        link(name, distribution.resolve(name));
      }
      Optional<Path> themes =
          settings.realm().map(realm -> realm.toAbsolutePath().resolveSibling("themes"));
      link("themes", themes.filter(Files::isDirectory).orElse(distribution.resolve("themes")));
      if (settings.realm().isPresent()) {
        Files.copy(
            settings.realm().get(),
            imports.resolve("realm.json"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("No folder for Keycloak at " + settings.home(), e);
    }
  }

  private void link(String name, Path target) throws IOException {
    Path link = settings.home().resolve(name);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  private boolean answers() {
    return Http.answers200(managementUrl() + "/health/ready");
  }
}
