package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hifazat.e2e.PreparedCases.Prepared;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What only a supervisor does, by two supervisors of one unit and one of another, each in a window
 * of their own. Every screen is read in all three languages, at a desk and on a telephone; the work
 * goes on in the one that was read last.
 */
class ASupervisorRunsTheUnitTest {
  private static final String SHABANA = "d2f6da6d-9a70-5889-b6e9-6b204b7f98ea";
  private static final String RUKHSANA = "d80e630c-9538-530e-8a14-04528d2bf93d";
  private static final String ASIF = "b49faf6e-055b-5a82-8ae9-a74b53acc60e";

  @BeforeAll
  static void aPlatformWithAYearBehindIt() throws Exception {
    RunningPlatform.filled();
  }

  @Test
  void casesAreApprovedAssignedHandedOverMergedSealedAndEmergenciesReviewed() throws Exception {
    try (Browser browser = Browser.open("en")) {
      new Story(browser).play();
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  /** The three windows and the cases between them. */
  private static final class Story {
    private final Browser browser;
    private final PreparedCases prepared;
    private final Page asif;
    private final Page saeed;
    private final Page bilal;

    Story(Browser browser) throws Exception {
      this.browser = browser;
      // first, so that his sign-in is no longer fresh when he is asked to confirm
      this.asif = browser.signIn("peshawar.supervisor");
      this.prepared = new PreparedCases(RunningPlatform.signIn("gulalai.peshawar"), "peshawar");
      this.saeed = browser.signIn("saeed.peshawar");
      this.bilal = browser.signIn("mardan.supervisor");
    }

    void play() throws Exception {
      Prepared first = prepared.open("Toryal", "Zalmay", "latn");
      Prepared again = prepared.open("توریال", "زلمے", "arab");
      prepared.askApproval(first, "registration");
      prepared.report("immediate", "An invented neighbour hears a child cry every night.");
      // signed in just now, as the platform wants it for this
      PreparedCases.readInAnEmergency(RunningPlatform.signIn("imran.peshawar"), again);
      browser.lookEverywhere(saeed, "40-home");
      approved(first);
      watched();
      assigned(first);
      reviewed(again);
      merged(first, again);
      Prepared moving = prepared.open("Gulbaz", "Khanwali", "latn");
      handedOver(moving);
      sealed(moving);
      closedOrOpen();
    }

    private void approved(Prepared one) {
      browser.turn(saeed, "/approvals", "approvals");
      Locator request =
          saeed.locator(
              "[data-testid=waiting-approval][data-kind=registration] a[href*='%s']"
                  .formatted(one.id()));
      request.waitFor();
      browser.lookEverywhere(saeed, "41-approvals");
      request.click();
      saeed.locator("[data-testid=answer] input[value=approved]").check();
      browser.lookEverywhere(saeed, "42-approval");
      saeed.getByTestId("decide").click();
      saeed.getByTestId("approvals").waitFor();
      request.waitFor(Browser.GONE);
    }

    /** What waits to be triaged, and what has not been done in time, by worker. */
    private void watched() {
      browser.turn(saeed, "/triage", "queue");
      saeed.getByTestId("queue").locator("a[href^='/triage/']").first().waitFor();
      browser.lookEverywhere(saeed, "43-untriaged");
      browser.turn(saeed, "/overdue", "by-worker");
      Locator worker = saeed.locator("[data-testid=by-worker] button[aria-pressed=false]").first();
      worker.click();
      saeed.getByTestId("overdue-task").first().getByTestId("reassign").click();
      browser.lookEverywhere(saeed, "44-overdue");
    }

    /** To a worker whose load is shown before, with what she has to know. */
    private void assigned(Prepared one) {
      browser.turn(saeed, "/cases/" + one.id() + "/assignment", "open-assign");
      saeed.getByTestId("open-assign").click();
      Locator chosen = saeed.locator("[data-testid=worker][data-staff='" + SHABANA + "']");
      assertThat(chosen.getByTestId("caseload-gauge")).isVisible();
      saeed.getByTestId("assign").click();
      assertThat(saeed.getByTestId("owner-changes")).hasCount(0);
      chosen.locator("input[type=radio]").check();
      saeed.locator("textarea[name=handover]").fill("The aunt is visited on Friday, with Imran.");
      Locator reason = saeed.locator("textarea[name=reason]");
      if (reason.count() > 0) {
        reason.fill("She speaks the mother's language.");
      }
      browser.lookEverywhere(saeed, "45-assign");
      saeed.getByTestId("assign").click();
      assertThat(saeed.getByTestId("owner-changes")).containsText("The aunt is visited on Friday");
      browser.lookEverywhere(saeed, "46-responsibility");
    }

    private void reviewed(Prepared read) {
      browser.turn(saeed, "/emergency", "open-review");
      Locator access = mine(saeed, "emergency", read);
      access.getByTestId("open-review").click();
      access.locator("input[value=justified]").check();
      access.locator("textarea[name=words]").fill("The child had to be found that night.");
      browser.lookEverywhere(saeed, "47-emergency");
      access.getByTestId("review").click();
      access.and(saeed.locator("[data-state=justified]")).waitFor();
    }

    /** Proposed by one, confirmed by another who shows again who he is, and taken back. */
    private void merged(Prepared one, Prepared other) {
      String pair = awaitPair(one, other);
      browser.turn(saeed, "/duplicates", "duplicate");
      browser.lookEverywhere(saeed, "48-duplicates");
      browser.turn(saeed, "/duplicates/" + pair, "total");
      assertThat(saeed.locator("[data-testid=part][data-field=given-name]")).isVisible();
      assertThat(saeed.getByTestId("total")).containsText("99");
      saeed.locator("input[type=radio][value=one]").check();
      saeed.getByTestId("choose-parts").waitFor();
      browser.lookEverywhere(saeed, "49-comparison");
      saeed.getByTestId("propose").click();
      saeed.getByTestId("proposed").waitFor();
      assertThat(saeed.getByTestId("confirm")).hasCount(0);
      browser.turn(asif, "/duplicates/" + pair, "confirm");
      asif.getByTestId("confirm").click();
      asif.getByTestId("confirm-notice").waitFor();
      browser.lookEverywhere(asif, "50-show-who-you-are");
      showsWhoHeIs("confirm", "undo");
      browser.lookEverywhere(asif, "51-merged");
      asif.locator("input[type=radio][value=not-the-same]").check();
      asif.getByTestId("undo").click();
      showsWhoHeIs("undo", "decide-different");
      assertThat(asif.getByTestId("history")).isVisible();
    }

    private String awaitPair(Prepared one, Prepared other) {
      return Awaitility.await("the pair is found")
          .atMost(RunningPlatform.PATIENCE)
          .until(
              () ->
                  String.valueOf(
                      saeed.evaluate(
                          """
                          async numbers => {
                            const answer = await fetch('/api/cases/v1/duplicates?state=open&limit=100');
                            const pair = (await answer.json()).items.find(each =>
                              numbers.includes(each.one.caseNumber) && numbers.includes(each.other.caseNumber));
                            return pair?.id ?? '';
                          }""",
                          List.of(one.number(), other.number()))),
              id -> !id.isEmpty());
    }

    /** As often as it takes too long for a sign-in to be fresh. */
    private void showsWhoHeIs(String button, String next) {
      Locator asked = asif.locator("[data-testid=confirm-notice][data-stage=asking]");
      Locator done = asif.getByTestId(next);
      for (int i = 0; i < 20; i++) {
        asked.or(done).first().waitFor();
        if (done.count() > 0) {
          return;
        }
        Page again = asif.waitForPopup(() -> asif.getByTestId("confirm-it-is-you").click());
        again.locator("#password").fill(RunningPlatform.password());
        again.locator("#kc-login").click();
        asif.locator("[data-testid=confirm-notice][data-stage=confirmed]").waitFor();
        asif.getByTestId("confirm-close").click();
        asif.getByTestId(button).click();
      }
      done.waitFor();
    }

    /** Declined by the other unit first, asked again, and taken over. */
    private void handedOver(Prepared one) {
      propose(saeed, one, "mardan", "54-transfer");
      browser.turn(bilal, "/transfers", "transfers-in");
      Locator request = incoming(bilal, one);
      request.getByTestId("read-transfer").click();
      request.getByTestId("open-decline").click();
      request.locator("textarea[name=reason]").fill("The invented aunt lives in Swabi now.");
      browser.lookEverywhere(bilal, "55-decline");
      request.getByTestId("decline").click();
      request.waitFor(Browser.GONE);
      propose(saeed, one, "mardan", "");
      browser.go(bilal, "/transfers");
      request.getByTestId("read-transfer").click();
      request.getByTestId("open-accept").click();
      request.locator("select[name=ownerId]").selectOption(RUKHSANA);
      browser.lookEverywhere(bilal, "56-accept");
      request.getByTestId("accept-transfer").click();
      bilal.getByTestId("taken").waitFor();
      browser.go(saeed, "/cases/" + one.id());
      assertThat(saeed.getByTestId("case")).hasCount(0);
      browser.go(saeed, "/transfers");
      assertThat(mine(saeed, "transfer", one).and(saeed.locator("[data-state=accepted]")))
          .isVisible();
      browser.lookEverywhere(saeed, "57-transfers");
    }

    /** Sealed there, and sent back to the one supervisor who may know of it. */
    private void sealed(Prepared one) {
      browser.turn(bilal, "/cases/" + one.id() + "/assignment", "open-seal");
      bilal.getByTestId("open-seal").click();
      Locator form = bilal.getByTestId("seal-case-form");
      form.locator("select[name=reason]").selectOption("threat");
      form.locator("textarea[name=words]").fill("Invented armed men asked for the boy.");
      browser.lookEverywhere(bilal, "58-seal");
      bilal.getByTestId("seal-case").click();
      bilal.getByTestId("sealed").waitFor();
      propose(bilal, one, "peshawar", "59-sealed-transfer");
      browser.go(saeed, "/transfers");
      saeed.getByTestId("transfers-in").waitFor();
      assertThat(incoming(saeed, one)).hasCount(0);
      browser.turn(asif, "/transfers", "transfers-in");
      assertThat(incoming(asif, one)).isVisible();
    }

    private void closedOrOpen() {
      browser.turn(saeed, "/cases", "cases");
      browser.lookEverywhere(saeed, "60-cases");
      saeed.getByTestId("cases-shown").selectOption("closed");
      assertThat(saeed.getByTestId("cases").or(saeed.getByTestId("empty")).first()).isVisible();
      browser.turn(saeed, "/unassigned", "caseloads");
      saeed.getByTestId("caseloads").getByTestId("caseload-gauge").first().waitFor();
      browser.lookEverywhere(saeed, "61-unassigned");
    }

    private void propose(Page from, Prepared one, String district, String picture) {
      browser.go(from, "/cases/" + one.id() + "/assignment");
      from.getByTestId("open-transfer").click();
      Locator form = from.getByTestId("propose-transfer-form");
      form.locator("select[name=toDistrictCode]").selectOption(district);
      form.locator("select[name=reason]").selectOption("with-family");
      form.locator("textarea[name=request]").fill("The child lives with an invented aunt there.");
      if (district.equals("peshawar")) {
        form.locator("select[name=receiverId]").selectOption(ASIF);
      }
      if (!picture.isEmpty()) {
        browser.lookEverywhere(from, picture);
      }
      from.getByTestId("propose-transfer").click();
      from.locator("[data-testid=transfer][data-state=pending]").waitFor();
    }

    private static Locator mine(Page page, String testId, Prepared one) {
      return page.getByTestId(testId).filter(new Locator.FilterOptions().setHasText(one.number()));
    }

    private static Locator incoming(Page page, Prepared one) {
      return page.locator("[data-testid=transfers-in] li")
          .filter(new Locator.FilterOptions().setHasText(one.number()));
    }
  }
}
