package org.hifazat.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.embedded.ChildProcess;
import org.hifazat.platform.embedded.ChildServer;
import org.hifazat.platform.embedded.Http;

/**
 * One of our own services: {@code java -jar quarkus-run.jar}, ready when its readiness check says
 * so.
 */
final class ServiceServer extends ChildServer {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Installation installation;
  private final Component component;
  private final Map<String, String> environment;

  ServiceServer(Installation installation, Component component, Map<String, String> environment) {
    super(component.title(), installation.port(component), installation.log(component), "TERM");
    this.installation = installation;
    this.component = component;
    this.environment = Map.copyOf(environment);
  }

  /** A word of the service's command line that tells whose process it is. */
  static String mark(Installation installation, Component component) {
    return "-Dhifazat.process=" + installation.data() + "#" + component.id();
  }

  @Override
  protected void launch() {
    List<String> command =
        new ArrayList<>(
            List.of(
                ChildProcess.java(),
                "-Xms48m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // each share of these two that fills up is a full collection
                "-XX:MetaspaceSize=128m",
                "-XX:ReservedCodeCacheSize=160m",
                // some hundred thousand names, walked for each class that is loaded
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:SymbolTableSize=262144",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                mark(installation, component)));
    // the last of two contradicting options wins, so these may change any of ours
    command.addAll(moreOptions());
    command.addAll(List.of("-jar", program(installation, component)));
    run(command, environment, PATIENCE, started -> ready(installation, component));
  }

  /** Options for the services' JVMs from {@code HIFAZAT_JAVA_OPTIONS}, e.g. for measuring. */
  private static List<String> moreOptions() {
    String options = System.getenv().getOrDefault("HIFAZAT_JAVA_OPTIONS", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  private static String program(Installation installation, Component component) {
    return installation
        .root()
        .resolve(component.module())
        .resolve("target/quarkus-app/quarkus-run.jar")
        .toString();
  }

  /** Asks the readiness check on the management port. */
  static boolean ready(Installation installation, Component component) {
    return Http.answers200(installation.management(component) + "/q/health/ready");
  }
}
