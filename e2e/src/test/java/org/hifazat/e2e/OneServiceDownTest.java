package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service that has died is named, the others go on, and it comes back by itself. */
class OneServiceDownTest {
  private static final String REFERRALS = "/api/referrals/v1/services";

  private static final int ATTEMPTS = 5;
  private static final String REFERRALS_OF_A_CASE = "/api/referrals/**";

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
            .atMost(RunningPlatform.PATIENCE)
            .until(() -> worker.get(REFERRALS), answer -> answer.status() != 200);
    Assertions.assertThat(missing.status()).isEqualTo(503);
    Assertions.assertThat(missing.problem()).isEqualTo("service-unavailable");
    Assertions.assertThat(missing.json().get("service").asText()).isEqualTo("referrals");
    Assertions.assertThat(missing.body()).doesNotContain("127.0.0.1");
    worker.get("/api/cases/v1/cases").expect(200);
    worker.get("/api/assessments/v1/instruments").expect(200);
    worker.get("/api/identity/v1/me").expect(200);
    Awaitility.await("the service is started again")
        .atMost(RunningPlatform.PATIENCE)
        .until(() -> worker.get(REFERRALS).status() == 200);
  }

  @Test
  void theCasePageShowsTheCaseAndSaysInTheReadersLanguageThatReferralsAreMissing()
      throws Exception {
    RunningPlatform.filled();
    StaffSession session = RunningPlatform.signIn("gulalai.peshawar");
    String caseId = aReferredCase(session);
    List<Reader> readers = new ArrayList<>();
    try {
      for (String language : MISSING.keySet()) {
        readers.add(Reader.of(language, caseId));
      }
      kill("referral-service");
      readers.forEach(Reader::startOver);
      for (Reader reader : readers) {
        reader.isToldWhatIsMissing();
      }
      Awaitility.await("the service is started again")
          .atMost(RunningPlatform.PATIENCE)
          .until(() -> session.get(REFERRALS).status() == 200);
      for (Reader reader : readers) {
        reader.findsItBack();
      }
    } finally {
      readers.forEach(Reader::close);
    }
  }

  /** Somebody who looks at a case's page in one language. */
  private record Reader(
      String language, Browser browser, Page page, AtomicReference<@Nullable APIResponse> missing)
      implements AutoCloseable {

    static Reader of(String language, String caseId) throws IOException {
      Browser browser = Browser.open(language);
      Page page = browser.signIn("gulalai.peshawar");
      browser.go(page, "/cases/" + caseId);
      Reader reader = new Reader(language, browser, page, new AtomicReference<>());
      reader.row().waitFor();
      // The page asks again by itself. What it was told once stays true until all have looked.
      page.route("**" + REFERRALS_OF_A_CASE, reader::answer);
      return reader;
    }

    private void answer(Route route) {
      APIResponse answer = missing.get();
      if (answer == null) {
        answer = route.fetch();
        if (answer.status() == 503) {
          missing.set(answer);
        }
      }
      route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    private Locator row() {
      return page.getByTestId("referrals").getByTestId("referral-row").first();
    }

    /** Loads the page anew while the service is away; kills it again when it came back sooner. */
    void startOver() {
      for (int i = 0; i < ATTEMPTS && missing.get() == null; i++) {
        if (i > 0) {
          running("referral-service").ifPresent(OneServiceDownTest::kill);
        }
        page.reload();
        page.waitForLoadState(LoadState.NETWORKIDLE);
      }
    }

    void isToldWhatIsMissing() {
      Locator notice =
          page.getByTestId("referrals")
              .locator("[data-testid=problem][data-code=service-unavailable]");
      assertThat(notice).containsText(Objects.requireNonNull(MISSING.get(language)));
      assertThat(page.getByTestId("child-name").first()).isVisible();
      assertThat(page.getByTestId("tasks").locator("[data-testid=task]").first()).isVisible();
      assertThat(page.getByTestId("consent-row").first()).isVisible();
      assertThat(page.getByTestId("problem")).hasCount(1);
      browser.look(page, "13-referrals-missing");
    }

    void findsItBack() {
      page.unroute("**" + REFERRALS_OF_A_CASE);
      // the page also asks again by itself: the button may be gone already
      page.evaluate("document.querySelector('[data-testid=problem] button')?.click()");
      row().waitFor();
      assertThat(page.getByTestId("problem")).hasCount(0);
      Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Override
    public void close() {
      browser.close();
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
    kill(running(folder).orElseThrow(() -> new AssertionError(folder + " is not running")));
  }

  private static void kill(ProcessHandle service) {
    service.destroyForcibly();
    service.onExit().join();
  }

  private static Optional<ProcessHandle> running(String folder) {
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
        .findFirst();
  }

  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
    } catch (IOException gone) {
      return "";
    }
  }
}
