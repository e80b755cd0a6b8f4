package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.Assertions;
import org.hifazat.e2e.FirstScreens.InventedChild;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/**
 * A case from its report to its end, by a worker and her supervisor, each in a window of their own.
 * Every screen is read in all three languages; the work goes on in the one that was read last.
 */
class AWorkerBringsACaseToItsEndTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final InventedChild CHILD =
      new InventedChild(
          "Zmarak",
          "زمرک",
          "Khaksar",
          "The aunt, after noon prayers",
          "A boy works nights at an invented kiln and is beaten there.");

  @Test
  void aCaseIsPlannedFollowedReviewedAndClosedWithTheSupervisorsApprovals() throws Exception {
    try (Browser browser = Browser.open("en")) {
      new Story(browser).play();
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  /** The two windows and the case between them. */
  private static final class Story {
    private final Browser browser;
    private final FirstScreens first;
    private final Page worker;
    private final Page supervisor;
    private final StaffSession session;
    private String caseId = "";

    Story(Browser browser) throws Exception {
      this.browser = browser;
      this.session = RunningPlatform.signIn("gulalai.peshawar");
      this.first = new FirstScreens(browser);
      this.worker = browser.signIn("gulalai.peshawar");
      this.supervisor = browser.signIn("saeed.peshawar");
    }

    void play() throws Exception {
      opened();
      assessed();
      madeSafe();
      planned();
      followedUp();
      reviewed();
      lowered();
      closed();
    }

    private void opened() {
      String report = first.record(browser.signIn("naila.helpline"), CHILD, () -> {});
      caseId = first.open(worker, report, CHILD, () -> {});
      first.consent(worker, () -> {});
      part("consents/new?givenBy=child");
      worker.getByTestId("save-consent").click();
      worker.getByTestId("standings").waitFor();
    }

    private void assessed() throws Exception {
      first.assess(worker, caseId, 3, 2, () -> {});
      first.awaitLevel(worker, caseId, "high");
      PreparedCases.assessAsAWhole(session, caseId);
      part("steps");
      worker.getByTestId("ask-registration").waitFor();
      browser.lookInEveryLanguage(worker, "20-steps");
      ask("registration");
      approve("registration", "21-approvals", "");
      take("assess", "assessed");
      ask("assessment");
      approve("assessment", "", "");
    }

    private void madeSafe() {
      part("steps");
      assertThat(worker.locator("li[data-step=plan] [data-code=safety-plan-needed]")).isVisible();
      turn("plan", "write-safety-plan");
      worker.getByTestId("write-safety-plan").click();
      Locator form = worker.getByTestId("safety-form");
      form.locator("textarea[name=dangers]").fill("The foreman comes to the house at night.");
      form.locator("textarea[name=childDoes]").fill("Goes to the aunt next door.");
      form.locator("textarea[name=adultsDo]").fill("The aunt keeps the door locked.");
      form.locator("input[name=person-0]").fill("Invented Aunt");
      form.locator("input[name=childSays][value=agreed]").check();
      form.locator("input[name=caregiverSays][value=agreed]").check();
      browser.lookInEveryLanguage(worker, "22-safety-plan");
      worker.getByTestId("safety-form-send").click();
      assertThat(worker.getByTestId("safety-plan")).containsText("Invented Aunt");
      take("plan", "planned");
    }

    private void planned() throws Exception {
      turn("plan", "write-plan");
      worker.getByTestId("write-plan").click();
      Locator form = worker.getByTestId("plan-form");
      form.locator("textarea[name=problem-text]").fill("The boy works instead of going to school.");
      form.locator("textarea[name=goal-text]").fill("He is at school five days a week.");
      form.locator("textarea[name=action-text]").fill("A lawyer claims the wages kept back.");
      form.locator("input[name=due-on]").fill(LocalDate.now(KARACHI).plusDays(5).toString());
      form.locator("input[name=child-decision][value=agreed]").check();
      form.locator("input[name=caregiver-decision][value=agreed]").check();
      browser.lookInEveryLanguage(worker, "23-plan-form");
      worker.getByTestId("plan-form-send").click();
      worker.getByTestId("submit-plan").click();
      worker.locator("[data-testid=plan-edition][data-state=submitted]").waitFor();
      approve("case-plan", "", "24-plan-approval");
      take("implement", "in-implementation");
      new ReferredAction(browser, worker, caseId).play(session);
      worker.locator("[data-testid=plan-edition][data-state=approved]").waitFor();
      worker.getByTestId("note-progress").click();
      worker.locator("[data-testid=progress-form] select").selectOption("reached");
      browser.lookEverywhere(worker, "25-plan");
      worker.getByTestId("progress-form-send").click();
      worker.getByTestId("progress-form").waitFor(Browser.GONE);
    }

    private void followedUp() {
      turn("follow-up", "contact-outcome");
      worker.getByTestId("contact-outcome").first().click();
      Locator form = worker.getByTestId("contact-form");
      form.locator("input[type=radio][value=held]").check();
      form.locator("input[type=radio][value=alone]").check();
      form.locator("input[type=radio][value=lower]").check();
      worker.getByTestId("call-conference").click();
      browser.lookInEveryLanguage(worker, "26-follow-up");
      worker.getByTestId("contact-form-send").click();
      worker.locator("[data-testid=contact][data-state=held]").waitFor();
      Locator call = worker.getByTestId("call-conference-form");
      call.locator("select[name=reason]").selectOption("several-agencies");
      call.locator("input[name=participant-0]").fill("Invented Inspector");
      call.locator("input[name=role-0]").fill("police");
      worker.getByTestId("call-conference-form-send").click();
      worker.getByTestId("planned-conference").waitFor();
    }

    private void reviewed() {
      take("review", "under-review");
      assertThat(worker.locator("li[data-step=implement] [data-code=review-needed]")).isVisible();
      turn("follow-up", "record-review");
      worker.getByTestId("record-review").click();
      Locator form = worker.getByTestId("review-form");
      form.locator("textarea[name=findings]").fill("He has been at school for a month.");
      form.locator("select[name=decision]").selectOption("prepare-closure");
      browser.lookInEveryLanguage(worker, "27-review");
      worker.getByTestId("review-form-send").click();
      worker.getByTestId("review").waitFor();
    }

    private void lowered() {
      first.assess(worker, caseId, 1, 1, () -> {});
      browser.awaitOn(supervisor, "/cases/" + caseId + "/steps", "lowering");
      Locator panel = supervisor.getByTestId("lowering");
      panel.locator("textarea[name=reason]").fill("He lives with the aunt and is seen weekly.");
      browser.lookInEveryLanguage(supervisor, "28-lowering");
      supervisor.getByTestId("lower-risk").click();
      supervisor.getByTestId("lower-risk").waitFor(Browser.GONE);
    }

    private void closed() {
      part("steps");
      worker.getByTestId("take-close").click();
      Locator form = worker.getByTestId("closure-form");
      form.locator("select[name=reason]").selectOption("goals-met");
      form.locator("textarea[name=summary]").fill("He goes to school and lives with the aunt.");
      form.locator("select[name=goals]").selectOption("met");
      form.locator("input[type=checkbox]").first().check();
      browser.lookInEveryLanguage(worker, "29-closure");
      worker.getByTestId("propose-closure").click();
      worker.locator("[data-testid=approval][data-kind=closure][data-state=pending]").waitFor();
      approve("closure", "", "30-closure-approval");
      part("steps");
      worker.locator("[data-testid=case-header][data-state=closed]").waitFor();
      browser.lookInEveryLanguage(worker, "31-closed");
      turn("follow-up", "contact");
      assertThat(worker.getByTestId("contact").first()).isVisible();
      assertThat(worker.getByTestId("record-contact")).hasCount(0);
      assertThat(worker.getByTestId("planned-conference")).hasCount(0);
    }

    /** The worker asks, and goes nowhere before it is received. */
    private void ask(String kind) {
      worker.waitForResponse(
          answer -> answer.url().endsWith("/approvals") && answer.request().method().equals("POST"),
          () -> worker.getByTestId("ask-" + kind).click());
    }

    /** The worker goes on to a part of the case file. */
    private void turn(String part, String testId) {
      browser.turn(worker, "/cases/" + caseId + "/" + part, testId);
    }

    /** The worker opens a part of the case file anew: somebody else did something meanwhile. */
    private void part(String part) {
      browser.go(worker, "/cases/" + caseId + "/" + part);
    }

    /** The worker takes a step that waits for nothing any more. */
    private void take(String step, String to) {
      part("steps");
      worker.getByTestId("take-" + step).click();
      worker.getByTestId("confirm-step").click();
      worker.locator("[data-testid=case-header][data-state=" + to + "]").waitFor();
    }

    /**
     * The supervisor finds the request in her queue, reads what was submitted and approves.
     *
     * @param queue the picture's name, or empty for none
     * @param submitted the same for the request
     */
    private void approve(String kind, String queue, String submitted) {
      part("steps");
      worker
          .locator("[data-testid=approval][data-kind=" + kind + "][data-state=pending]")
          .waitFor();
      browser.go(supervisor, "/approvals");
      Locator request =
          supervisor.locator(
              "[data-testid=waiting-approval][data-kind=%s] a[href*='%s']".formatted(kind, caseId));
      request.waitFor();
      if (!queue.isEmpty()) {
        browser.lookInEveryLanguage(supervisor, queue);
      }
      request.click();
      supervisor.locator("[data-testid=answer] input[value=approved]").check();
      if (!submitted.isEmpty()) {
        browser.lookInEveryLanguage(supervisor, submitted);
      }
      supervisor.getByTestId("decide").click();
      supervisor.getByTestId("approvals").waitFor();
      request.waitFor(Browser.GONE);
    }
  }
}
