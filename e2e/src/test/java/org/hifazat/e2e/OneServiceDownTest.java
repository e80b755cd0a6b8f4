package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/** A service that has died is named, the others go on, and it comes back by itself. */
class OneServiceDownTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final String REFERRALS = "/api/referrals/v1/services";

  /** How the page names what is missing. */
  private static final Map<String, String> MISSING =
      Map.of(
          "en", "The referral service is not answering right now",
          "ur", "ریفرل سروس اس وقت جواب نہیں دے رہی",
          "ps", "د لېږلو خدمت اوس ځواب نه ورکوي");

  @Test
  void theOthersWorkAndTheAnswerSaysWhatIsMissingUntilTheServiceIsBack() throws Exception {
    StaffSession worker = RunningPlatform.signIn("gulalai.peshawar");
    worker.get(REFERRALS).expect(200);
    kill("referral-service");
    Answer missing =
        Awaitility.await("the gateway notices")
            .atMost(A_WHILE)
            .until(() -> worker.get(REFERRALS), answer -> answer.status() != 200);
    Assertions.assertThat(missing.status()).isEqualTo(503);
    Assertions.assertThat(missing.problem()).isEqualTo("service-unavailable");
    Assertions.assertThat(missing.json().get("service").asText()).isEqualTo("referrals");
    Assertions.assertThat(missing.body()).doesNotContain("127.0.0.1");
    worker.get("/api/cases/v1/cases").expect(200);
    worker.get("/api/assessments/v1/instruments").expect(200);
    worker.get("/api/identity/v1/me").expect(200);
    Awaitility.await("the service is started again")
        .atMost(A_WHILE)
        .until(() -> worker.get(REFERRALS).status() == 200);
  }

  @Test
  void theCasePageShowsTheCaseAndSaysInTheReadersLanguageThatReferralsAreMissing()
      throws Exception {
    RunningPlatform.filled();
    StaffSession session = RunningPlatform.signIn("gulalai.peshawar");
    String caseId = aReferredCase(session);
    for (Map.Entry<String, String> language : MISSING.entrySet()) {
      try (Browser browser = Browser.open(language.getKey())) {
        Page page = browser.signIn("gulalai.peshawar");
        browser.go(page, "/cases/" + caseId);
        Locator referrals = page.getByTestId("referrals");
        Locator row = referrals.getByTestId("referral-row").first();
        row.waitFor();

        kill("referral-service");
        page.reload();
        Locator notice = referrals.locator("[data-testid=problem][data-code=service-unavailable]");
        assertThat(notice).containsText(language.getValue());
        assertThat(page.getByTestId("child-name").first()).isVisible();
        assertThat(page.getByTestId("tasks").locator("[data-testid=task]").first()).isVisible();
        assertThat(page.getByTestId("consent-row").first()).isVisible();
        assertThat(page.getByTestId("problem")).hasCount(1);
        browser.look(page, "13-referrals-missing");

        Awaitility.await("the service is started again")
            .atMost(A_WHILE)
            .until(() -> session.get(REFERRALS).status() == 200);
        // the page also asks again by itself: the button may be gone already
        page.evaluate("document.querySelector('[data-testid=problem] button')?.click()");
        row.waitFor();
        assertThat(page.getByTestId("problem")).hasCount(0);
        Assertions.assertThat(browser.complaints()).isEmpty();
      }
    }
  }

  private static String aReferredCase(StaffSession session) throws Exception {
    for (JsonNode one :
        session.get("/api/cases/v1/cases?limit=100").expect(200).json().get("items")) {
      String id = one.get("id").asText();
      Answer referrals = session.get("/api/referrals/v1/cases/" + id + "/referrals");
      Answer file = session.get("/api/cases/v1/cases/" + id);
      if (referrals.status() == 200
          && !referrals.json().get("items").isEmpty()
          && !file.json().get("tasks").isEmpty()
          && !file.json().get("consents").isEmpty()) {
        return id;
      }
    }
    throw new AssertionError("no case with a referral");
  }

  private static void kill(String folder) {
    int management = RunningPlatform.basePort() + 44;
    ProcessHandle service =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .filter(line -> line.contains("/" + folder + "/target/quarkus-app"))
                        .isPresent())
            .filter(
                process -> environment(process).contains("QUARKUS_MANAGEMENT_PORT=" + management))
            .findFirst()
            .orElseThrow(() -> new AssertionError(folder + " is not running"));
    service.destroyForcibly();
    service.onExit().join();
  }

  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
    } catch (IOException gone) {
      return "";
    }
  }
}
