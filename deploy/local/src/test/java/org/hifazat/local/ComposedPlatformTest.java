package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.local.DeploymentFiles.PROGRAMS;
import static org.hifazat.local.DeploymentFiles.map;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hifazat.local.demo.StaffSession;
import org.hifazat.platform.embedded.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The platform's own images, built and started as compose.yaml says, with the demonstration's
 * accounts. Only where a container engine runs: {@code ./hifazat test --containers}.
 */
@Tag("containers")
class ComposedPlatformTest {

  private static final int PORT = Ports.free();
  private static final String ADDRESS = "http://localhost:" + PORT;
  private static ComposedPlatform platform;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> variables =
        Map.of(
            "HIFAZAT_PORT",
            Integer.toString(PORT),
            "HIFAZAT_PUBLIC_URL",
            ADDRESS,
            "HIFAZAT_JAVA_OPTIONS",
            "-XX:TieredStopAtLevel=1");
    Map<String, Map<String, Object>> services = new TreeMap<>(DeploymentFiles.compose(variables));
    Map<String, Object> identity = new HashMap<>(map(services.get("identity")));
    Map<String, Object> environment = map(identity.get("environment"));
    environment.putAll(DeploymentFiles.demoEnvironment());
    identity.put("environment", environment);
    services.put("identity", identity);
    platform = new ComposedPlatform("hifazat-test-" + ProcessHandle.current().pid(), services);
    buildImages();
    platform.start();
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void everyProgramIsReadyByItsOwnHealthCheck() {
    for (String program : PROGRAMS.keySet()) {
      assertThat(platform.output(program, "ask", "GET", "/q/health/ready"))
          .as(program)
          .contains("\"UP\"");
    }
  }

  @Test
  void somebodySignsInAtTheGatewayAndIsAnsweredByEveryService() throws Exception {
    StaffSession worker = StaffSession.signIn(ADDRESS, "gulalai.peshawar", demoPassword());

    assertThat(worker.get("/api/identity/v1/me").expect(200).body()).contains("social-worker");
    worker.get("/api/cases/v1/cases").expect(200);
    worker.get("/api/assessments/v1/instruments").expect(200);
    worker.get("/api/referrals/v1/services").expect(200);

    StaffSession monitor = StaffSession.signIn(ADDRESS, "mina.commission", demoPassword());
    monitor.get("/api/monitoring/v1/figures").expect(200);
    monitor.get("/api/cases/v1/cases").expect(403);
  }

  @Test
  void nobodyIsAnsweredWithoutSigningIn() throws Exception {
    StaffSession.anonymous(ADDRESS).get("/api/cases/v1/cases").expect(401);
  }

  @Test
  void noProgramCanReachAnotherOne() {
    assertThat(platform.output("case-service", "bash", "-c", reach("identity"))).contains("not");
    assertThat(platform.output("gateway", "bash", "-c", reach("identity"))).contains("reached");
  }

  @Test
  void noProgramCanWriteToItsOwnFilesOrIsRoot() {
    for (String program : PROGRAMS.keySet()) {
      assertThat(platform.output(program, "bash", "-c", "id -u; echo x >/opt/hifazat/app/x"))
          .as(program)
          .contains("10001")
          .contains("Read-only file system");
    }
  }

  @Test
  void theEngineKnowsNoSecret() {
    String password = demoPassword();
    for (String program : PROGRAMS.keySet()) {
      String[] environment = platform.inspect(program).getConfig().getEnv();
      assertThat(environment)
          .as(program)
          .isNotEmpty()
          .noneMatch(variable -> variable.contains(password))
          .noneMatch(variable -> variable.matches("\\w*PASSWORD=.*"));
    }
  }

  @Test
  void theAuditChainIsVerifiedFromInsideTheContainer() {
    assertThat(platform.output("case-service", "ask", "GET", "/q/audit/verification"))
        .contains("\"intact\"");
  }

  @Test
  void theWayInOfTheFirstAdministratorIsClosedWhereOneHasSignedIn() {
    assertThat(
            platform.output(
                "identity",
                "ask",
                "POST",
                "/q/first-administrator",
                "{\"username\":\"n.khan\",\"givenName\":\"Nadia\",\"familyName\":\"خان\"}"))
        .contains("administrator-exists");
  }

  private static String reach(String host) {
    return "(: </dev/tcp/" + host + "/8080) 2>/dev/null && echo reached || echo not";
  }

  private static String demoPassword() {
    return platform.output("identity", "cat", "/keys/demo-password").strip();
  }

  /** With the same script that operators use. */
  private static void buildImages() throws Exception {
    File log = new File("target/images.log");
    int exit =
        new ProcessBuilder(DeploymentFiles.ROOT.resolve("deploy/images/build").toString())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start()
            .waitFor();
    assertThat(exit).as("deploy/images/build, see " + log.getAbsolutePath()).isZero();
  }
}
