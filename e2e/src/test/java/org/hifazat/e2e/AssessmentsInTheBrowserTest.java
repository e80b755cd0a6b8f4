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
 * asks PHQ-A, where an answer to item 9 interrupts; a supervisor lowers a risk. Read in all three
 * languages, also on a small telephone.
 */
class AssessmentsInTheBrowserTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

  /** Only the psychologist knows them while the child has the device. */
  private static final String DIGITS = "4711";

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
      Page supervisor = browser.signIn("saeed.peshawar");
      lowered(browser, first, worker, supervisor, caseId);
      invite(browser, supervisor, caseId);
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
    browser.lookEverywhere(worker, "40-comprehensive");
    worker.getByTestId("submit-assessment").click();
    worker.getByTestId("assessed").waitFor();
    assertThat(worker.getByTestId("outcome")).hasAttribute("data-band", "none");
    browser.lookEverywhere(worker, "41-comprehensive-result");
  }

  /**
   * High by the matrix: a response goes into the plan; low by the next one: the supervisor lowers.
   */
  private static void lowered(
      Browser browser, FirstScreens first, Page worker, Page supervisor, String caseId) {
    first.assess(worker, caseId, 3, 2, () -> {});
    Locator response = worker.getByTestId("response").first();
    response.getByTestId("take-response").click();
    browser.lookEverywhere(worker, "45-responses");
    response.getByTestId("take-response-form-send").click();
    response.getByTestId("response-taken").waitFor();
    first.awaitLevel(worker, caseId, "high");
    first.assess(worker, caseId, 1, 1, () -> {});
    browser.awaitOn(supervisor, "/cases/" + caseId + "/steps", "lowering");
    supervisor
        .getByTestId("lowering")
        .locator("textarea[name=reason]")
        .fill("The invented uncle has moved away, and the aunt sees the child daily.");
    supervisor.getByTestId("lower-risk").click();
    supervisor.getByTestId("lower-risk").waitFor(Browser.GONE);
    first.awaitLevel(supervisor, caseId, "low");
    browser.turn(supervisor, "/cases/" + caseId + "/assessments", "changes");
    supervisor.locator("[data-testid=risk-entry][data-lowered=true]").waitFor();
    supervisor.getByTestId("changes").waitFor();
    browser.lookEverywhere(supervisor, "46-over-time");
  }

  private static void invite(Browser browser, Page supervisor, String caseId) {
    browser.turn(supervisor, "/cases/" + caseId + "/assignment", "open-member");
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
    answeredByTheChild(browser, psychologist);
    Locator alarm = psychologist.getByTestId("alarm");
    assertThat(alarm).isVisible();
    browser.lookEverywhere(psychologist, "42-alarm");
    psychologist.getByTestId("alarm-heard").click();
    psychologist.getByTestId("standing-alarm").waitFor();
    browser.lookEverywhere(psychologist, "43-phq-a");
    psychologist.getByTestId("submit-assessment").click();
    psychologist.getByTestId("assessed").waitFor();
    assertThat(psychologist.getByTestId("outcome")).hasAttribute("data-band", "minimal");
    psychologist.getByTestId("standing-alarm").locator("a").click();
    psychologist.getByTestId("write-safety-plan").waitFor();
    psychologist.goBack();
    amended(browser, psychologist);
  }

  /** One question at a time; the last but one answer covers the screen until she has it back. */
  private static void answeredByTheChild(Browser browser, Page psychologist) {
    psychologist.getByTestId("choose-digits").fill(DIGITS);
    psychologist.getByTestId("give-device").click();
    Locator child = psychologist.getByTestId("child-mode");
    Locator next = child.getByTestId("child-next");
    for (int item = 1; item <= 9; item++) {
      Locator asked = child.getByTestId("question-q" + item);
      Locator shown = child.getByTestId("child-question");
      shown.waitFor();
      while (asked.count() == 0) {
        next.click();
      }
      if (item == 1) {
        browser.lookEverywhere(psychologist, "47-child-mode");
      }
      asked.locator("input[value='%d']".formatted(item == 9 ? 1 : 0)).click();
    }
    child.getByTestId("child-cover").waitFor();
    assertThat(psychologist.getByTestId("alarm")).hasCount(0);
    browser.lookEverywhere(psychologist, "48-child-cover");
    child.getByTestId("child-digits").fill("0000");
    child.getByTestId("child-return").click();
    assertThat(child.getByTestId("child-cover")).isVisible();
    child.getByTestId("child-digits").fill(DIGITS);
    child.getByTestId("child-return").click();
    child.waitFor(Browser.GONE);
  }

  /** What was answered stays; an addendum with its reason stands beside it. */
  private static void amended(Browser browser, Page psychologist) {
    psychologist.getByTestId("amend").click();
    Locator form = psychologist.getByTestId("amend-form");
    form.locator("textarea[name=reason]")
        .fill("The child said afterwards: more than half the days.");
    browser.lookEverywhere(psychologist, "44-phq-a-result-and-addendum");
    form.locator("[data-testid=question-q1] input[value='2']").click();
    form.getByTestId("submit-assessment").click();
    form.waitFor(Browser.GONE);
    assertThat(psychologist.locator("main")).containsText("The child said afterwards");
  }

  private static void begin(Browser browser, Page page, String caseId, String instrument) {
    browser.turn(page, "/cases/" + caseId + "/assess/" + instrument, "begin-assessment");
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
