package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hifazat.e2e.PreparedCases.Prepared;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/**
 * Those who are asked for help and have no system of their own: a person of an agency works in the
 * portal, and somebody without an account opens a link with its code; and what the unit finds
 * afterwards. Read in all three languages, also on a small telephone.
 */
class PartnersAnswerInTheBrowserTest {
  private static final String REFERRALS = "/api/referrals/v1/referrals";
  private static final String AGENCYS = "/api/partner/v1/referrals/";
  private static final String CHILD = "زرمینه";
  private static final String ASKED = "Advice on the release of wages.";
  private static final String FOR_THE_HEARING = "A lawyer for the hearing.";
  private static final byte[] LETTER =
      "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void aPersonOfAnAgencyAnswersInThePortalAndAnotherByALinkThatOpensOnce() throws Exception {
    // the other journeys have filled their worker's caseload by now
    StaffSession worker = RunningPlatform.signIn("imran.peshawar");
    Prepared child = new PreparedCases(worker, "peshawar").open(CHILD, "ګلاب", "arab");
    String inThePortal = referred(worker, child, ASKED);
    String byLink = referred(worker, child, FOR_THE_HEARING);
    try (Browser browser = Browser.open("en")) {
      Page zubaida = browser.signInByHand("zubaida.legalaid");
      inThePortal(browser, zubaida, inThePortal);
      JsonNode sent = worker.get(REFERRALS + "/" + inThePortal).expect(200).json();
      Assertions.assertThat(sent.get("status").asText()).isEqualTo("completed");
      Assertions.assertThat(sent.get("claimedName").asText()).isEqualTo("Advocate Zubaida");
      Page imran = browser.signIn("imran.peshawar");
      afterwards(browser, imran, inThePortal);
      byLink(browser, worker, byLink);
      new ReferredOn(browser, imran).play(byLink, FOR_THE_HEARING);
      new MeantForOnePerson(browser, imran, zubaida).play(child.id());
      Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void inThePortal(Browser browser, Page partner, String referral) {
    found(browser, partner, referral);
    browser.lookEverywhere(partner, "90-inbox");
    partner.locator("[data-testid=inbox-row][data-id='" + referral + "'] a").click();
    assertThat(partner.getByTestId("packet-awaits")).hasAttribute("data-state", "unclaimed");
    assertThat(partner.locator("main")).not().containsText(ASKED);
    partner.getByTestId("move-claim").click();
    partner.locator("[data-testid=form-claim] input[name=name]").fill("Advocate Zubaida");
    moved(partner);
    assertThat(partner.getByTestId("claim")).hasAttribute("data-mine", "true");
    assertThat(partner.getByTestId("packet-awaits")).hasAttribute("data-state", "not-accepted");
    assertThat(partner.getByTestId("packet-summary")).containsText(ASKED);
    assertThat(partner.locator("main")).not().containsText("Through the teacher");
    partner.getByTestId("move-rejection").click();
    browser.ready(partner);
    browser.lookEverywhere(partner, "91-partner-referral");
    partner.locator("[data-testid=form-rejection] button[type=button]").last().click();
    partner.getByTestId("move-acceptance").click();
    moved(partner);
    assertThat(partner.getByTestId("packet")).containsText("Through the teacher");
    wroteWithAFile(partner);
    partner.getByTestId("move-completion").click();
    Locator outcome = partner.getByTestId("form-completion");
    outcome.locator("input[value=provided]").check();
    outcome.locator("textarea[name='outcome.text']").fill("The wages were paid.");
    partner.getByTestId("start-return").click();
    partner.getByTestId("show-receipts").click();
    browser.ready(partner);
    browser.lookEverywhere(partner, "92-completion");
    moved(partner);
    assertThat(partner.getByTestId("outcome")).hasAttribute("data-code", "provided");
    sentBack(partner);
    browser.turn(partner, "/agency/room", "room-questions");
    browser.lookEverywhere(partner, "93-room");
    browser.turn(partner, "/agency/settings", "notice-form");
    partner.getByTestId("try-form").waitFor();
    browser.ready(partner);
    browser.lookEverywhere(partner, "93-settings");
  }

  /** What the agency cannot give, the unit looks for: with the caregiver's consent. */
  private static void sentBack(Page partner) {
    Locator form = partner.getByTestId("return-form");
    form.locator("input[name=kind][value=back]").check();
    form.locator("select[name=reasonCode]").selectOption("service-needed");
    form.locator("textarea[name=words]").fill("He needs a school now.");
    form.locator("input[name='consent.givenBy'][value=caregiver]").check();
    partner.getByTestId("send-return").click();
    partner.getByTestId("return-sent").waitFor();
    assertThat(partner.getByTestId("return")).hasAttribute("data-answer", "waiting");
  }

  /** What waits longest stands first: behind a year of others ours may be on a later page. */
  private static void found(Browser browser, Page partner, String referral) {
    partner.getByTestId("inbox").waitFor();
    browser.ready(partner);
    Locator row = partner.locator("[data-testid=inbox-row][data-id='" + referral + "']");
    Locator more = partner.getByTestId("next-page");
    while (row.count() == 0 && more.count() > 0) {
      more.click();
      browser.ready(partner);
    }
    assertThat(row).isVisible();
    assertThat(partner.locator("main")).not().containsText(CHILD);
  }

  private static void wroteWithAFile(Page partner) {
    Locator thread = partner.getByTestId("thread");
    thread
        .getByTestId("file")
        .setInputFiles(new FilePayload("letter-to-the-court.pdf", "application/pdf", LETTER));
    assertThat(thread.getByTestId("attached")).hasAttribute("data-ready", "true");
    thread.locator("textarea[name=text]").fill("This went to the invented court.");
    thread.getByTestId("write-message").click();
    assertThat(thread.getByTestId("thread-message")).containsText("letter-to-the-court.pdf");
    assertThat(thread.getByTestId("attached")).hasCount(0);
  }

  /** The unit reads what was written, takes back what comes back, and asks the child how it was. */
  private static void afterwards(Browser browser, Page worker, String referral)
      throws IOException, InterruptedException {
    StaffSession agency = RunningPlatform.signIn("zubaida.legalaid");
    browser.turn(worker, "/referrals/" + referral, "return");
    Locator message = worker.getByTestId("thread-message");
    assertThat(message).containsText("This went to the invented court.");
    Download saved = worker.waitForDownload(() -> message.getByTestId("save-attachment").click());
    Assertions.assertThat(Files.readAllBytes(saved.path())).isEqualTo(LETTER);
    worker.getByTestId("answer-return").click();
    worker.getByTestId("ask-feedback").click();
    browser.ready(worker);
    browser.lookEverywhere(worker, "94-what-came-of-it");
    worker.locator("[data-testid=return-form] input[name=answer][value=taken-up]").check();
    worker.getByTestId("send-return-answer").click();
    assertThat(worker.getByTestId("return")).hasAttribute("data-answer", "taken-up");
    Locator form = worker.getByTestId("feedback-form");
    form.locator("input[name=speaker][value=child]").check();
    form.locator("input[name=howAsked][value=pictures]").check();
    form.locator("input[name=askedAlone][value=yes]").check();
    form.locator("input[name=rating][value='4']").check();
    form.locator("textarea[name=words]").fill("The lady listened to me.");
    form.locator("input[name=agencyMayKnow]").check();
    worker.getByTestId("save-feedback").click();
    assertThat(worker.getByTestId("said")).hasAttribute("data-rating", "4");
    Assertions.assertThat(heard(agency, referral)).doesNotContain("listened");
    worker.getByTestId("release-feedback").click();
    worker.getByTestId("released").waitFor();
    Assertions.assertThat(heard(agency, referral)).contains("The lady listened to me.");
    browser.ready(worker);
    browser.lookEverywhere(worker, "95-how-it-was");
  }

  private static String heard(StaffSession agency, String referral)
      throws IOException, InterruptedException {
    return agency.get(AGENCYS + referral + "/feedback").expect(200).body();
  }

  private static void moved(Page partner) {
    partner.getByTestId("send-move").click();
    partner.getByTestId("moved").waitFor();
    partner.getByTestId("send-move").waitFor(Browser.GONE);
  }

  private static void byLink(Browser browser, StaffSession worker, String referral)
      throws IOException, InterruptedException {
    JsonNode made =
        worker
            .create(REFERRALS + "/" + referral + "/links", "{\"recipient\":\"Advocate Noor\"}")
            .expect(201)
            .json();
    String url = made.get("url").asText();
    String link = url.substring(url.indexOf("/link#"));
    String code = made.get("code").asText();

    Page recipient = browser.window();
    browser.go(recipient, link);
    recipient.getByTestId("code-form").waitFor();
    browser.lookEverywhere(recipient, "96-link");
    enter(recipient, code.equals("00000000") ? "00000001" : "00000000");
    recipient.getByTestId("code-wrong").waitFor();
    enter(recipient, code);
    recipient.getByTestId("linked-referral").waitFor();
    Assertions.assertThat(recipient.url()).doesNotContain("#");
    recipient.getByTestId("packet-summary").waitFor();
    assertThat(recipient.locator("main")).not().containsText(FOR_THE_HEARING);
    assertThat(recipient.locator("main")).not().containsText(CHILD);
    recipient.locator("textarea[name=text]").fill("I am at the court all week.");
    recipient.getByTestId("send-message").click();
    recipient.getByTestId("message-sent").waitFor();
    recipient.getByTestId("move-rejection").click();
    browser.ready(recipient);
    browser.lookEverywhere(recipient, "97-linked-referral");
    recipient.locator("select[name=code]").selectOption("at-capacity");
    moved(recipient);
    recipient.getByTestId("close-link").click();
    recipient.getByTestId("linked-referral").waitFor(Browser.GONE);
    browser.lookEverywhere(recipient, "98-link-closed");

    Page another = browser.window();
    browser.go(another, link);
    another.getByTestId("code-form").waitFor();
    enter(another, code);
    another.getByTestId("link-over").waitFor();
    browser.lookEverywhere(another, "99-link-over");
    Assertions.assertThat(
            worker.get(REFERRALS + "/" + referral).expect(200).json().get("status").asText())
        .isEqualTo("rejected");
    Assertions.assertThat(worker.get(REFERRALS + "/" + referral + "/links").expect(200).body())
        .contains("I am at the court all week.");
  }

  private static void enter(Page page, String code) {
    page.locator("input[name=code]").fill(code);
    page.getByTestId("open-link").click();
  }

  private static String referred(StaffSession worker, Prepared child, String request)
      throws IOException, InterruptedException {
    JsonNode service =
        worker
            .get("/api/referrals/v1/services?category=legal-aid&districtCode=peshawar")
            .expect(200)
            .json()
            .get("items")
            .get(0);
    Referring.agreed(worker, child.id(), service.get("agencyId").asText());
    String body =
        """
        {"caseId":"%s","serviceId":"%s","priority":"high","reasonCode":"service-needed",
         "packet":{"ageBand":"12-14","sex":"male","language":"ps","safeContact":"Through the teacher",
                   "safetyWarnings":"The employer must not know.","requestText":"%s"},
         "authoredAt":"%s"}"""
            .formatted(
                child.id(), service.get("id").asText(), request, Instant.now().minusSeconds(10));
    Answer sent =
        Awaitility.await("case and consent are known to the referral service")
            .atMost(RunningPlatform.PATIENCE)
            .until(() -> worker.create(REFERRALS, body), answer -> answer.status() == 201);
    return sent.json().get("id").asText();
  }
}
