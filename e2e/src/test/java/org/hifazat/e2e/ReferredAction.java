package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.PartnerSystem;
import org.hifazat.local.demo.StaffSession;

/**
 * Scenario 5 as one run: an action of the plan in force is referred from where it stands, carried
 * out by the agency's own system, and done when the worker closes the loop, not before.
 */
final class ReferredAction {
  private final Browser browser;
  private final Page worker;
  private final String caseId;

  ReferredAction(Browser browser, Page worker, String caseId) {
    this.browser = browser;
    this.worker = worker;
    this.caseId = caseId;
  }

  void play(StaffSession session) throws IOException, InterruptedException {
    Referring.agreed(session, caseId, Referring.LEGAL_AID);
    String referral = referred();
    carriedOut(referral);
    browser.turn(worker, plan(), "referred-for");
    assertThat(action()).hasAttribute("data-state", "open");
    closed(referral);
    done();
  }

  private String referred() {
    browser.turn(worker, plan(), "refer-action");
    assertThat(action()).hasCount(1);
    worker.getByTestId("refer-action").click();
    worker.getByTestId("for-action").waitFor();
    Referring.choose(worker, Referring.LEGAL_AID);
    assertThat(worker.getByTestId("consent-state")).hasAttribute("data-state", "given");
    worker.locator("textarea[name='packet.requestText']").fill("Advice on the wages kept back.");
    Referring.lookAtPacket(worker);
    browser.ready(worker);
    browser.lookEverywhere(worker, "25-refer-for-an-action");
    return Referring.send(worker);
  }

  private static void carriedOut(String referral) throws IOException, InterruptedException {
    PartnerSystem agency = RunningPlatform.legalAid();
    String path = "/partner/v1/referrals/" + referral;
    String etag = agency.get(path).expect(200).etag();
    for (String step : List.of("acknowledgement", "acceptance", "start")) {
      String now = "{\"happenedAt\":\"%s\"}".formatted(Instant.now());
      etag = agency.step(path + "/" + step, etag, now).expect(200).etag();
    }
    agency
        .step(
            path + "/completion",
            etag,
            """
            {"happenedAt":"%s","outcome":{"code":"provided","text":"The wages were paid."}}"""
                .formatted(Instant.now()))
        .expect(200);
  }

  private void closed(String referral) {
    browser.go(worker, "/referrals/" + referral);
    assertThat(worker.getByTestId("outcome")).hasAttribute("data-code", "provided");
    worker.locator("[data-testid=loop] textarea[name=note]").fill("The aunt was told.");
    worker.getByTestId("close-loop").click();
    worker.getByTestId("loop-closed").waitFor();
  }

  /** The case learns of it from the referral service, a moment later. */
  private void done() {
    Awaitility.await("the action is done")
        .atMost(RunningPlatform.PATIENCE)
        .until(
            () -> {
              browser.go(worker, plan());
              action().waitFor();
              return "done".equals(action().getAttribute("data-state"));
            });
    assertThat(action().getByTestId("referred-for")).hasCount(1);
    assertThat(worker.getByTestId("refer-action")).hasCount(0);
  }

  private String plan() {
    return "/cases/" + caseId + "/plan";
  }

  private Locator action() {
    return worker.getByTestId("plan-action");
  }
}
