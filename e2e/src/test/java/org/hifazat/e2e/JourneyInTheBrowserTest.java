package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.hifazat.e2e.FirstScreens.InventedChild;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.PartnerSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same journey through the screens, in English and, right to left, in Urdu and Pashto. */
class JourneyInTheBrowserTest {
  private static final InventedChild CHILD =
      new InventedChild(
          "Wazirgul",
          "وزیرګل",
          "Umardraz",
          "The uncle, mornings only",
          "A boy sleeps in the workshop where he works, near the invented gate.");

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ur", "ps"})
  void aCallIsCarriedFromTheHelplineToTheCommissionsDashboard(String language) throws Exception {
    try (Browser browser = Browser.open(language)) {
      theWayInSpeaksTheReadersLanguage(browser, language);
      CommissionsWindow commission = CommissionsWindow.open(browser);
      Map<String, String> before = commission.figures();

      String reportId = record(browser);
      commission.seesOneMore(before, "concernReports");
      Page worker = browser.signIn("gulalai.peshawar");
      String caseId = openCase(browser, worker, reportId);
      commission.seesOneMore(before, "newCases", "openCases");
      new FirstScreens(browser).consent(worker, () -> browser.look(worker, "06-consent"));
      assess(browser, worker, caseId);
      commission.seesOneMore(before, "riskHigh");
      String referralId = refer(browser, worker, caseId);
      commission.seesOneMore(before, "referralsRequested");
      theAgencyAnswers(referralId);
      commission.seesOneMore(before, "referralsAccepted");
      closeTheLoop(browser, worker, referralId);
      commission.look("12-dashboard");
      commission.findsNoWayToTheChild(new Journey(reportId, caseId, referralId, CHILD.words()));
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void theWayInSpeaksTheReadersLanguage(Browser browser, String language) {
    Page page = browser.window();
    browser.go(page, "/?language=" + language);
    browser.lookWideAndNarrow(page, "01-landing");
    page.getByTestId("sign-in").first().click();
    page.locator("#username").fill("nobody");
    browser.lookWideAndNarrow(page, "01-sign-in");
    page.locator("#password").fill("not-the-password");
    page.locator("#kc-login").click();
    page.locator("#input-error-username").waitFor();
    browser.look(page, "01-sign-in-refused");
  }

  private static String record(Browser browser) {
    Page helpline = browser.signIn("naila.helpline");
    browser.look(helpline, "02-helpline");
    return new FirstScreens(browser)
        .record(helpline, CHILD, () -> browser.look(helpline, "03-concern"));
  }

  private static String openCase(Browser browser, Page worker, String reportId) {
    browser.turn(worker, "/triage", "queue");
    browser.look(worker, "04-queue");
    String caseId =
        new FirstScreens(browser)
            .open(worker, reportId, CHILD, () -> browser.look(worker, "05-search"));
    assertThat(worker.getByTestId("child-name").first()).containsText(CHILD.written());
    return caseId;
  }

  private static void assess(Browser browser, Page worker, String caseId) {
    FirstScreens screens = new FirstScreens(browser);
    screens.assess(worker, caseId, 3, 2, () -> browser.look(worker, "07-assessment"));
    browser.look(worker, "08-assessed");
    screens.awaitLevel(worker, caseId, "high");
    assertThat(worker.locator("[data-testid=task][data-kind=first-response]").first()).isVisible();
    browser.lookWideAndNarrow(worker, "09-case");
  }

  private static String refer(Browser browser, Page worker, String caseId) {
    browser.turn(worker, "/cases/" + caseId + "/refer", "service");
    Locator service = worker.getByTestId("service").first();
    String agency = Objects.requireNonNull(service.getAttribute("data-id"));
    String consent =
        "/cases/" + caseId + "/consents/new?purpose=share-information&agencyId=" + agency;
    browser.turn(worker, consent + "&givenBy=child", "save-consent");
    worker.getByTestId("save-consent").click();
    worker.getByTestId("standings").waitFor();
    browser.look(worker, "10-consents");
    browser.turn(worker, consent + "&givenBy=caregiver&then=refer", "save-consent");
    worker.locator("select[name=personId]").waitFor();
    worker.getByTestId("save-consent").click();
    worker.getByTestId("choose-service").first().click();
    worker.locator("textarea[name='packet.requestText']").fill("Advice on wages and release.");
    Referring.lookAtPacket(worker);
    browser.look(worker, "10-refer");
    return Referring.send(worker);
  }

  private static void theAgencyAnswers(String referralId) throws Exception {
    PartnerSystem agency = RunningPlatform.legalAid();
    String path = "/partner/v1/referrals/" + referralId;
    String now = "{\"happenedAt\":\"%s\"}".formatted(Instant.now());
    Answer referral = agency.get(path).expect(200);
    Answer accepted = agency.step(path + "/acceptance", referral.etag(), now).expect(200);
    Answer started = agency.step(path + "/start", accepted.etag(), now).expect(200);
    agency
        .step(
            path + "/completion",
            started.etag(),
            "{\"happenedAt\":\"%s\",\"outcome\":{\"code\":\"provided\"}}".formatted(Instant.now()))
        .expect(200);
  }

  private static void closeTheLoop(Browser browser, Page worker, String referralId) {
    browser.go(worker, "/referrals/" + referralId);
    assertThat(worker.getByTestId("outcome").first()).isVisible();
    browser.lookWideAndNarrow(worker, "11-referral");
    worker.getByTestId("close-loop").click();
    worker.getByTestId("loop-closed").waitFor();
  }
}
