package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/** A service that has died is named, the others go on, and it comes back by itself. */
class OneServiceDownTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final String REFERRALS = "/api/referrals/v1/services";

  @Test
  void theOthersWorkAndTheAnswerSaysWhatIsMissingUntilTheServiceIsBack() throws Exception {
    StaffSession worker = RunningPlatform.signIn("gulalai.peshawar");
    worker.get(REFERRALS).expect(200);
    ProcessHandle referrals = service("referral-service");
    referrals.destroyForcibly();
    Answer missing =
        Awaitility.await("the gateway notices")
            .atMost(A_WHILE)
            .until(() -> worker.get(REFERRALS), answer -> answer.status() != 200);
    assertThat(missing.status()).isEqualTo(503);
    assertThat(missing.problem()).isEqualTo("service-unavailable");
    assertThat(missing.json().get("service").asText()).isEqualTo("referrals");
    assertThat(missing.body()).doesNotContain("127.0.0.1");
    worker.get("/api/cases/v1/cases").expect(200);
    worker.get("/api/assessments/v1/instruments").expect(200);
    worker.get("/api/identity/v1/me").expect(200);
    Awaitility.await("the service is started again")
        .atMost(A_WHILE)
        .until(() -> worker.get(REFERRALS).status() == 200);
  }

  private static ProcessHandle service(String folder) {
    String data = RunningPlatform.data().toString();
    int management = RunningPlatform.basePort() + 44;
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("/" + folder + "/target/quarkus-app"))
                    .isPresent())
        .filter(process -> environment(process).contains("QUARKUS_MANAGEMENT_PORT=" + management))
        .findFirst()
        .orElseThrow(() -> new AssertionError(folder + " of " + data + " is not running"));
  }

  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
    } catch (IOException gone) {
      return "";
    }
  }
}
