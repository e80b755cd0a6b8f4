package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The screens every case begins with: filled in, looked at, sent. */
final class FirstScreens {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Browser browser;

  FirstScreens(Browser browser) {
    this.browser = browser;
  }

  /**
   * @param name in Latin letters, for the report and the search
   * @param written as the case file has it
   */
  record InventedChild(String name, String written, String father, String contact, String said) {

    /** What only the child's own case file may say. */
    List<String> words() {
      return List.of(written, name, father, said, contact);
    }
  }

  /** Returns the report's id. */
  String record(Page helpline, InventedChild child, Runnable look) {
    browser.turn(helpline, "/concerns/new", "record");
    helpline.locator("select[name=channel]").selectOption("helpline-1121");
    helpline.locator("select[name=districtCode]").selectOption("peshawar");
    helpline.locator("input[type=radio][value=urgent]").check();
    helpline.locator("textarea[name=narrative]").fill(child.said());
    helpline.locator("input[type=checkbox][value=child_domestic_labour]").check();
    helpline.locator("input[name='childHint.name']").fill(child.name());
    look.run();
    helpline.getByTestId("record").click();
    Locator recorded = helpline.getByTestId("recorded");
    recorded.waitFor();
    return Objects.requireNonNull(recorded.getAttribute("data-id"));
  }

  /** Searches, then opens the case; returns its id. */
  String open(Page worker, String reportId, InventedChild child, Runnable look) {
    browser.turn(worker, "/triage/" + reportId, "narrative");
    worker.locator("input[name='names.given']").fill(child.name());
    worker.locator("input[name='names.father']").fill(child.father());
    worker.getByTestId("search").click();
    worker.getByTestId("search-results").waitFor();
    look.run();
    worker.locator("input[type=radio][value=open-case]").check();
    Locator form = worker.getByTestId("open-case-form");
    form.locator("input[name='child.names.given']").fill(child.written());
    form.locator("input[type=radio][value=male]").check();
    form.locator("input[name='child.estimatedAgeYears']").fill("11");
    form.locator("select[name='child.ageBasis']").selectOption("stated");
    form.locator("select[name='child.language']").selectOption("ps");
    form.locator("input[name='child.safeContact']").fill(child.contact());
    worker.getByTestId("open-case").click();
    Locator file = worker.getByTestId("case");
    file.waitFor();
    return Objects.requireNonNull(file.getAttribute("data-id"));
  }

  /** From the case's page on. */
  void consent(Page worker, Runnable look) {
    worker.getByTestId("record-consent").first().click();
    worker.locator("input[name=personName]").fill("Spogmai");
    worker.locator("select[name=personRelation]").selectOption("aunt");
    look.run();
    worker.getByTestId("save-consent").click();
    worker.getByTestId("consent-row").first().waitFor();
  }

  /** Answers the risk matrix and sends it; the level reaches the case by an event. */
  void assess(Page worker, String caseId, int likelihood, int severity, Runnable look) {
    browser.turn(worker, "/cases/" + caseId + "/assess", "begin-assessment");
    worker.getByTestId("begin-assessment").click();
    worker.getByTestId("submit-assessment").waitFor();
    worker
        .getByTestId("question-conducted_on")
        .fill(LocalDate.ofInstant(Instant.now(), KARACHI).toString());
    choose(worker, "child_seen", "alone");
    choose(worker, "red_flags", "none");
    choose(worker, "likelihood", Integer.toString(likelihood));
    choose(worker, "severity", Integer.toString(severity));
    choose(worker, "factors", "none");
    look.run();
    worker.getByTestId("submit-assessment").click();
    worker.getByTestId("assessed").waitFor();
  }

  private static void choose(Page worker, String question, String value) {
    worker
        .locator("[data-testid=question-%s] input[value='%s']".formatted(question, value))
        .click();
  }

  void awaitLevel(Page worker, String caseId, String level) {
    Awaitility.await("the level has reached the case")
        .atMost(RunningPlatform.PATIENCE)
        .until(
            () ->
                level.equals(
                    worker.evaluate(
                        "async id => (await (await fetch('/api/cases/v1/cases/' + id)).json()).riskLevel",
                        caseId)));
    browser.go(worker, "/cases/" + caseId);
    assertThat(worker.getByTestId("risk").first()).hasAttribute("data-level", level);
  }
}
