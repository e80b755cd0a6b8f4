package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.hifazat.local.demo.StaffSession;

/**
 * What every referral from a screen needs: a family that agreed, a service, a look, and sending.
 */
final class Referring {
  /** The invented agency that has people and a system of its own; its service has its id. */
  static final String LEGAL_AID = "1c5edd42-4caa-5529-a976-633af91f36e2";

  private Referring() {}

  /** Caregiver and child agree that the agency is told; over HTTP: the form has its own journey. */
  static void agreed(StaffSession session, String caseId, String agencyId)
      throws IOException, InterruptedException {
    for (String giver : new String[] {"caregiver", "child"}) {
      session
          .create(
              "/api/cases/v1/cases/" + caseId + "/consents",
              """
              {"purpose":"share-information","agencyId":"%s","decision":"given","givenBy":"%s",
               "method":"thumbprint","person":{"name":"Invented caregiver","relation":"aunt"},
               "witness":"Invented colleague","language":"ps","happenedAt":"%s"}"""
                  .formatted(agencyId, giver, Instant.now().minusSeconds(20)))
          .expect(201);
    }
  }

  static void choose(Page worker, String service) {
    worker
        .locator("[data-testid=service][data-id='" + service + "']")
        .getByTestId("choose-service")
        .click();
    worker.getByTestId("referral-form").waitFor();
  }

  /** A moment after the last word. */
  static void awaitKept(Page worker) {
    assertThat(worker.getByTestId("draft-state")).hasAttribute("data-state", "saved");
  }

  /** As often as it takes the case to be known to the referral service. */
  static void lookAtPacket(Page worker) {
    untilShown(worker, "look-at-packet", worker.getByTestId("packet"));
  }

  /**
   * As often as it takes what it needs to be known to the referral service; returns the referral.
   */
  static String send(Page worker) {
    untilShown(worker, "send-referral", worker.getByTestId("referral"));
    String url = worker.url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void untilShown(Page worker, String button, Locator wanted) {
    Locator problem = worker.getByTestId("problem");
    Awaitility.await(button)
        .atMost(RunningPlatform.PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (wanted.count() == 0) {
                worker.getByTestId(button).click();
              }
              wanted.or(problem).first().waitFor();
              return wanted.count() > 0;
            });
  }
}
