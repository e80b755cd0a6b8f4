package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hifazat.e2e.FirstScreens.InventedChild;
import org.junit.jupiter.api.Test;

/**
 * A social worker fills the comprehensive assessment section by section; the case's psychologist
 * asks PHQ-A, where an answer to item 9 interrupts. Read in all three languages.
 */
class AssessmentsInTheBrowserTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InventedChild CHILD =
      new InventedChild(
          "Spogmay",
          "سپوږمۍ",
          "Khaksar",
          "The aunt, before noon",
          "A child does not sleep and speaks of not wanting to be.");

  @Test
  void aWorkerAssessesAllRoundAndAPsychologistIsInterruptedByItemNine() throws Exception {
    try (Browser browser = Browser.open("en")) {
      FirstScreens first = new FirstScreens(browser);
      Page worker = browser.signIn("gulalai.peshawar");
      String report = first.record(browser.signIn("naila.helpline"), CHILD, () -> {});
      String caseId = first.open(worker, report, CHILD, () -> {});
      first.consent(worker, () -> {});
      comprehensive(browser, worker, caseId);
      invite(browser, browser.signIn("saeed.peshawar"), caseId);
      screened(browser, browser.signIn("zarmina.peshawar"), caseId);
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void comprehensive(Browser browser, Page worker, String caseId)
      throws IOException {
    begin(browser, worker, caseId, "kp-comprehensive");
    Map<String, String> answers = golden("kp-comprehensive", "no concern");
    while (worker.getByTestId("next-section").count() > 0) {
      answer(worker, answers);
      worker.getByTestId("next-section").click();
    }
    answer(worker, answers);
    Assertions.assertThat(answers).as("answers without a question").isEmpty();
    browser.lookInEveryLanguage(worker, "40-comprehensive");
    worker.getByTestId("submit-assessment").click();
    worker.getByTestId("assessed").waitFor();
    assertThat(worker.getByTestId("outcome")).hasAttribute("data-band", "none");
    browser.lookInEveryLanguage(worker, "41-comprehensive-result");
  }

  private static void invite(Browser browser, Page supervisor, String caseId) {
    browser.go(supervisor, "/cases/" + caseId + "/assignment");
    supervisor.getByTestId("open-member").click();
    supervisor.locator("select[name=part]").selectOption("psychologist");
    Locator colleagues = supervisor.locator("select[name=staffId]");
    colleagues.locator("option").nth(1).waitFor(ATTACHED);
    colleagues.selectOption(new SelectOption().setIndex(1));
    supervisor.getByTestId("add-member").click();
    supervisor.locator("[data-testid=member][data-part=psychologist]").waitFor();
  }

  private static void screened(Browser browser, Page psychologist, String caseId) {
    browser.awaitOn(psychologist, "/cases/" + caseId + "/assess/phq-a", "begin-assessment");
    assertThat(psychologist.getByTestId("notice-screening")).isVisible();
    psychologist.getByTestId("begin-assessment").click();
    for (int item = 1; item <= 8; item++) {
      choose(psychologist, "q" + item, "0");
    }
    choose(psychologist, "q9", "1");
    Locator alarm = psychologist.getByTestId("alarm");
    assertThat(alarm).isVisible();
    browser.look(psychologist, "42-alarm");
    psychologist.getByTestId("alarm-heard").click();
    psychologist.getByTestId("standing-alarm").waitFor();
    browser.lookInEveryLanguage(psychologist, "43-phq-a");
    psychologist.getByTestId("submit-assessment").click();
    psychologist.getByTestId("assessed").waitFor();
    assertThat(psychologist.getByTestId("outcome")).hasAttribute("data-band", "minimal");
    browser.lookInEveryLanguage(psychologist, "44-phq-a-result");
    psychologist.getByTestId("standing-alarm").locator("a").click();
    psychologist.getByTestId("write-safety-plan").waitFor();
  }

  private static void begin(Browser browser, Page page, String caseId, String instrument) {
    browser.go(page, "/cases/" + caseId + "/assess/" + instrument);
    page.getByTestId("begin-assessment").click();
    page.getByTestId("form-progress").waitFor();
  }

  /** Answers what this section asks; an answer may bring up the next question. */
  private static void answer(Page page, Map<String, String> answers) {
    boolean found = true;
    while (found) {
      found =
          answers.entrySet().removeIf(answer -> given(page, answer.getKey(), answer.getValue()));
    }
  }

  private static boolean given(Page page, String question, String value) {
    Locator asked = page.getByTestId("question-" + question);
    if (asked.count() == 0) {
      return false;
    }
    if (asked.locator("input[type=radio], input[type=checkbox]").count() > 0) {
      for (String one : value.split(" ")) {
        asked.locator("input[value='%s']".formatted(one)).click();
      }
    } else {
      asked.fill(value);
    }
    return true;
  }

  private static void choose(Page page, String question, String value) {
    page.locator("[data-testid=question-%s] input[value='%s']".formatted(question, value)).click();
  }

  /** By the question's name, in the order of the file; the day is today. */
  private static Map<String, String> golden(String instrument, String set) throws IOException {
    Path file =
        RunningPlatform.root()
            .resolve("assessment-service/src/main/resources/instruments")
            .resolve(instrument)
            .resolve("1/golden.json");
    Map<String, String> answers = new LinkedHashMap<>();
    for (JsonNode one : JSON.readTree(file.toFile())) {
      if (one.path("name").asText().equals(set)) {
        one.get("answers")
            .fields()
            .forEachRemaining(
                answer ->
                    answers.put(
                        answer.getKey().substring(answer.getKey().lastIndexOf('/') + 1),
                        answer.getValue().asText()));
      }
    }
    answers.put("conducted_on", LocalDate.now(KARACHI).toString());
    return answers;
  }
}
