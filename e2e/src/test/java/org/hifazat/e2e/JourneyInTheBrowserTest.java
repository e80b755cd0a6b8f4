package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.PartnerSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same journey through the screens, in English and, right to left, in Urdu and Pashto. */
class JourneyInTheBrowserTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private static final String NAME = "وزیرګل";
  private static final String IN_LATIN = "Wazirgul";
  private static final String FATHER = "Umardraz";
  private static final String UNCLE = "The uncle, mornings only";
  private static final String SAID =
      "A boy sleeps in the workshop where he works, near the invented gate.";

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
      Map<String, String> before = commission.district();

      String reportId = record(browser);
      commission.seesOneMore(before, "concernReports");
      Page worker = browser.signIn("gulalai.peshawar");
      String caseId = openCase(browser, worker, reportId);
      commission.seesOneMore(before, "newCases", "openCases");
      consent(browser, worker);
      assess(browser, worker, caseId);
      commission.seesOneMore(before, "riskHigh");
      String referralId = refer(browser, worker, caseId);
      commission.seesOneMore(before, "referralsRequested");
      theAgencyAnswers(referralId);
      commission.seesOneMore(before, "referralsAccepted");
      closeTheLoop(browser, worker, referralId);
      commission.look("12-dashboard");
      commission.findsNoWayToTheChild(
          new Journey(reportId, caseId, referralId, List.of(NAME, IN_LATIN, FATHER, SAID, UNCLE)));
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
    browser.go(helpline, "/concerns/new");
    helpline.locator("select[name=channel]").selectOption("helpline-1121");
    helpline.locator("select[name=districtCode]").selectOption("peshawar");
    helpline.locator("input[type=radio][value=urgent]").check();
    helpline.locator("textarea[name=narrative]").fill(SAID);
    helpline.locator("input[type=checkbox][value=child_domestic_labour]").check();
    helpline.locator("input[name='childHint.name']").fill(IN_LATIN);
    browser.look(helpline, "03-concern");
    helpline.getByTestId("record").click();
    Locator recorded = helpline.getByTestId("recorded");
    recorded.waitFor();
    return Objects.requireNonNull(recorded.getAttribute("data-id"));
  }

  private static String openCase(Browser browser, Page worker, String reportId) {
    browser.go(worker, "/triage");
    browser.look(worker, "04-queue");
    browser.go(worker, "/triage/" + reportId);
    worker.getByTestId("narrative").waitFor();
    worker.locator("input[name='names.given']").fill(IN_LATIN);
    worker.locator("input[name='names.father']").fill(FATHER);
    worker.getByTestId("search").click();
    worker.getByTestId("search-results").waitFor();
    browser.look(worker, "05-search");
    worker.locator("input[type=radio][value=open-case]").check();
    Locator form = worker.getByTestId("open-case-form");
    form.locator("input[name='child.names.given']").fill(NAME);
    form.locator("input[type=radio][value=male]").check();
    form.locator("input[name='child.estimatedAgeYears']").fill("11");
    form.locator("select[name='child.ageBasis']").selectOption("stated");
    form.locator("select[name='child.language']").selectOption("ps");
    form.locator("input[name='child.safeContact']").fill(UNCLE);
    worker.getByTestId("open-case").click();
    Locator file = worker.getByTestId("case");
    file.waitFor();
    assertThat(worker.getByTestId("child-name").first()).containsText(NAME);
    return Objects.requireNonNull(file.getAttribute("data-id"));
  }

  private static void consent(Browser browser, Page worker) {
    worker.getByTestId("record-consent").first().click();
    worker.getByTestId("save-consent").waitFor();
    browser.look(worker, "06-consent");
    worker.getByTestId("save-consent").click();
    worker.getByTestId("consent-row").first().waitFor();
  }

  private static void assess(Browser browser, Page worker, String caseId) {
    browser.go(worker, "/cases/" + caseId + "/assess");
    worker.getByTestId("submit-assessment").waitFor();
    worker
        .getByTestId("question-conducted_on")
        .fill(LocalDate.ofInstant(Instant.now(), KARACHI).toString());
    worker.locator("[data-testid=question-child_seen] input[value=alone]").click();
    worker.locator("[data-testid=question-red_flags] input[value=none]").click();
    worker.locator("[data-testid=question-likelihood] input[value='3']").click();
    worker.locator("[data-testid=question-severity] input[value='2']").click();
    worker.locator("[data-testid=question-factors] input[value=none]").click();
    browser.look(worker, "07-assessment");
    worker.getByTestId("submit-assessment").click();
    worker.getByTestId("assessed").waitFor();
    browser.look(worker, "08-assessed");
    Awaitility.await("the level on the case's page")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              browser.go(worker, "/cases/" + caseId);
              Locator risk = worker.getByTestId("risk").first();
              risk.waitFor();
              return "high".equals(risk.getAttribute("data-level"));
            });
    assertThat(worker.locator("[data-testid=task][data-kind=first-response]").first()).isVisible();
    browser.lookWideAndNarrow(worker, "09-case");
  }

  private static String refer(Browser browser, Page worker, String caseId) {
    browser.go(worker, "/cases/" + caseId + "/refer");
    Locator service = worker.getByTestId("service").first();
    service.waitFor();
    String agency = Objects.requireNonNull(service.getAttribute("data-id"));
    browser.go(
        worker,
        "/cases/"
            + caseId
            + "/consents/new?purpose=share-information&agencyId="
            + agency
            + "&then=refer");
    worker.getByTestId("save-consent").click();
    worker.getByTestId("choose-service").first().click();
    worker.locator("textarea[name='packet.requestText']").fill("Advice on wages and release.");
    worker.getByTestId("packet").waitFor();
    browser.look(worker, "10-refer");
    worker.getByTestId("send-referral").click();
    Locator referral = worker.getByTestId("referral");
    referral.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    String url = worker.url();
    return url.substring(url.lastIndexOf('/') + 1);
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
