package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hifazat.e2e.PreparedCases.Prepared;
import org.hifazat.local.demo.PartnerSystem;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/**
 * The sender's side of a referral: a service is found and asked whether it has room without a word
 * of the child, what is written is kept and gone on with, the packet is looked at before it goes, a
 * secure link is made for somebody without an account. Read in three languages, at a desk and on a
 * small telephone.
 */
class AWorkerRefersAChildTest {
  private static final String SAID = "Advice on the wages the invented kiln keeps back.";

  @Test
  void aServiceIsFoundAskedForRoomReferredToAndOpenedByALinkForSomebodyWithoutAnAccount()
      throws Exception {
    StaffSession session = RunningPlatform.signIn("gulalai.peshawar");
    Prepared file = new PreparedCases(session, "peshawar").open("مېړنی", "زرور", "arab");
    try (Browser browser = Browser.open("en")) {
      Page worker = browser.signIn("gulalai.peshawar");
      String service = found(browser, worker);
      asked(browser, worker, service);
      Referring.agreed(session, file.id(), service);
      String referral = referred(browser, worker, file.id());
      linked(browser, worker);
      PartnerSystem agency = RunningPlatform.legalAid();
      Assertions.assertThat(agency.get("/partner/v1/referrals/" + referral).expect(200).body())
          .contains(SAID)
          .doesNotContain("مېړنی");
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Returns the service's id, which is that of its agency. */
  private static String found(Browser browser, Page worker) {
    browser.turn(worker, "/services", "found-service");
    worker.locator("select[name=category]").selectOption("legal-aid");
    Locator entry =
        worker
            .getByTestId("found-service")
            .filter(new Locator.FilterOptions().setHasText("Legal aid for children"))
            .first();
    // The looks leave the page in another language: from here on the entry goes by its id.
    String id = Objects.requireNonNull(entry.getAttribute("data-id"));
    worker.getByTestId("record-gap").click();
    browser.ready(worker);
    browser.lookEverywhere(worker, "30-find-a-service");
    worker.locator("[data-testid=found-service][data-id='" + id + "'] a").first().click();
    worker.getByTestId("service-entry").waitFor();
    return id;
  }

  private static void asked(Browser browser, Page worker, String service)
      throws IOException, InterruptedException {
    worker.getByTestId("ask-room").click();
    worker.locator("[data-testid=room-form] input[type=radio][value=high]").check();
    worker.getByTestId("send-room-question").click();
    Locator question = worker.getByTestId("room-question").first();
    assertThat(question).hasAttribute("data-answer", "waiting");
    PartnerSystem agency = RunningPlatform.legalAid();
    JsonNode asked =
        agency.get("/partner/v1/capacity-questions").expect(200).json().get("items").get(0);
    Assertions.assertThat(asked.get("serviceId").asText()).isEqualTo(service);
    Assertions.assertThat(asked.fieldNames())
        .toIterable()
        .doesNotContain("caseId", "unitId", "askedBy");
    agency
        .step(
            "/partner/v1/capacity-questions/" + asked.get("id").asText() + "/answer",
            "\"v" + asked.get("version").asText() + "\"",
            "{\"answer\":\"has-capacity\"}")
        .expect(200);
    browser.go(worker, "/services/" + service);
    assertThat(worker.getByTestId("room-question").first())
        .hasAttribute("data-answer", "has-capacity");
    browser.lookEverywhere(worker, "31-there-is-room");
  }

  private static String referred(Browser browser, Page worker, String caseId) {
    browser.turn(worker, "/cases/" + caseId + "/refer", "service");
    Locator first = worker.getByTestId("service").first();
    assertThat(first).hasAttribute("data-referable", "true");
    first.getByTestId("choose-service").click();
    Locator consent = worker.getByTestId("consent-state");
    assertThat(consent).hasAttribute("data-state", "given");
    Locator request = worker.locator("textarea[name='packet.requestText']");
    request.fill(SAID);
    keptAndGoneOnWith(browser, worker, caseId);
    assertThat(request).hasValue(SAID);
    Referring.lookAtPacket(worker);
    browser.ready(worker);
    browser.lookEverywhere(worker, "32-what-they-will-see");
    return Referring.send(worker);
  }

  /** The worker is called away: what was written waits in the list of drafts. */
  private static void keptAndGoneOnWith(Browser browser, Page worker, String caseId) {
    Referring.awaitKept(worker);
    browser.turn(worker, "/cases/" + caseId, "case");
    browser.turn(worker, "/cases/" + caseId + "/refer", "referral-draft");
    browser.lookEverywhere(worker, "32-drafts");
    worker.getByTestId("continue-referral-draft").click();
    worker.getByTestId("referral-form").waitFor();
  }

  private static void linked(Browser browser, Page worker) {
    worker.getByTestId("new-link").click();
    worker.locator("input[name=recipient]").fill("Reader of the invented court");
    worker.getByTestId("make-link").click();
    // The code is kept as a slow hash, and slower still on a busy machine.
    worker.getByTestId("link-code").waitFor();
    assertThat(worker.getByTestId("link-code")).containsText(Pattern.compile("[0-9]{8}"));
    assertThat(worker.getByTestId("link")).hasAttribute("data-state", "waiting");
    browser.ready(worker);
    browser.lookEverywhere(worker, "33-secure-link");
    worker.getByTestId("link-told").click();
    assertThat(worker.getByTestId("link-code")).hasCount(0);
    worker.getByTestId("revoke-link").click();
    assertThat(worker.getByTestId("link")).hasAttribute("data-state", "revoked");
  }
}
