package org.hifazat.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hifazat.local.demo.PartnerSystem;
import org.hifazat.local.demo.StaffSession;

/** The platform that {@code ./hifazat up} started, named by -Dhifazat.url and -Dhifazat.data. */
final class RunningPlatform {
  /** How long what has to come may take: it bounds a failing test, and no machine is too slow. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  private RunningPlatform() {}

  static String address() {
    return required("hifazat.url");
  }

  static Path data() {
    return Path.of(required("hifazat.data"));
  }

  static Path root() {
    return Path.of(required("hifazat.root"));
  }

  static String password() {
    return key("demo-password");
  }

  static String key(String name) {
    try {
      return Files.readString(data().resolve("keys").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StaffSession signIn(String username) throws IOException, InterruptedException {
    return StaffSession.signIn(address(), username, password());
  }

  static PartnerSystem legalAid() throws IOException {
    return PartnerSystem.with(
        address(),
        "legal-aid-peshawar",
        data().resolve("keys").resolve("legal-aid-peshawar.jwk.json"));
  }

  /** Fills the platform with the demo year, unless it has been. */
  static void filled() throws IOException, InterruptedException {
    if (Files.exists(data().resolve("demo").resolve("done"))) {
      return;
    }
    Path log = root().resolve("target").resolve("test-demo.log");
    ProcessBuilder demo =
        new ProcessBuilder(root().resolve("hifazat").toString(), "demo", "--small")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    demo.environment().put("HIFAZAT_DATA", data().toString());
    demo.environment().put("HIFAZAT_PORT", port());
    Process process = demo.start();
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError("the demo failed:\n" + Files.readString(log));
    }
  }

  static int basePort() {
    return Integer.parseInt(port());
  }

  private static String port() {
    String url = address();
    return url.substring(url.lastIndexOf(':') + 1);
  }

  private static String required(String property) {
    return Objects.requireNonNull(
        System.getProperty(property),
        "-D" + property + " is missing: ./hifazat test runs these tests on a platform of its own");
  }
}
