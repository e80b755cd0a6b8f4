package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.hifazat.local.demo.Answer;
import org.hifazat.local.demo.PartnerSystem;

/**
 * A referral that is meant for one person of an agency: whom senders can choose, who alone sees and
 * answers it, and how it goes to a colleague, by the person and when the person leaves.
 */
final class MeantForOnePerson {
  private static final String ZUBAIDA = "f779f6a5-3f07-560f-8140-c6009ccd0a0e";
  private static final String TARIQ = "035b9698-9fa7-5172-9252-de3fd02fa9a9";
  private static final String CALLED = "Advocate for workshops";
  private static final String ASKED = "Only he speaks with the foreman.";

  private final Browser browser;
  private final Page worker;
  private final Page zubaida;
  private final Page tariq;
  private final Page admin;

  /**
   * @param worker of the unit that has the case
   * @param zubaida of the agency
   */
  MeantForOnePerson(Browser browser, Page worker, Page zubaida) {
    this.browser = browser;
    this.worker = worker;
    this.zubaida = zubaida;
    this.tariq = browser.signIn("tariq.legalaid");
    this.admin = browser.signIn("farid.admin");
  }

  /**
   * @param caseId of a child whose agency may be told
   */
  void play(String caseId) throws IOException, InterruptedException {
    listed();
    String referral = referred(caseId);
    othersAreKeptOut(referral);
    handedOver(referral);
    leaves(referral);
    answered(referral);
    reasonsAreRead(referral);
  }

  /** Whoever keeps the agency's people says what senders choose him by. */
  private void listed() {
    Locator person = person(TARIQ);
    person.getByTestId("show-person").click();
    person.locator("input[name=shownAs]").fill(CALLED);
    browser.ready(admin);
    browser.lookEverywhere(admin, "89-what-senders-call-them");
    person.getByTestId("save-shown-as").click();
    person.getByTestId("person-done").waitFor();
    assertThat(person.getByTestId("shown-as")).containsText(CALLED);
  }

  private Locator person(String id) {
    browser.turn(admin, "/agencies/" + Referring.LEGAL_AID, "agency-person");
    return admin.locator("[data-testid=agency-person][data-id='" + id + "']");
  }

  private String referred(String caseId) {
    browser.turn(worker, "/cases/" + caseId + "/refer", "service");
    Referring.choose(worker, Referring.LEGAL_AID);
    Locator choice = worker.locator("select[name=addressee]");
    choice.selectOption(TARIQ);
    assertThat(choice.locator("option[value='" + TARIQ + "']")).hasText(CALLED);
    worker.locator("textarea[name='packet.requestText']").fill(ASKED);
    Referring.lookAtPacket(worker);
    browser.ready(worker);
    browser.lookEverywhere(worker, "89-whom-it-is-for");
    String referral = Referring.send(worker);
    assertThat(worker.locator("main")).containsText(CALLED);
    worker.getByTestId("no-link-for-one").waitFor();
    return referral;
  }

  private void othersAreKeptOut(String referral) throws IOException, InterruptedException {
    read(zubaida, referral, false);
    assertThat(zubaida.locator("main")).not().containsText(ASKED);
    assertThat(zubaida.getByTestId("next-step")).hasCount(0);
    assertThat(zubaida.getByTestId("hand-over")).hasCount(0);
    PartnerSystem agency = RunningPlatform.legalAid();
    String path = "/partner/v1/referrals/" + referral;
    Answer seen = agency.get(path).expect(200);
    Assertions.assertThat(seen.body()).doesNotContain(ASKED);
    String now = "{\"happenedAt\":\"%s\"}".formatted(Instant.now());
    Assertions.assertThat(agency.step(path + "/acceptance", seen.etag(), now).problem())
        .isEqualTo("addressed-to-another");
  }

  private void read(Page partner, String referral, boolean mine) {
    browser.go(partner, "/agency/" + referral);
    assertThat(partner.getByTestId("addressee")).hasAttribute("data-mine", String.valueOf(mine));
  }

  private void handedOver(String referral) {
    read(tariq, referral, true);
    tariq.getByTestId("hand-over").click();
    tariq.locator("select[name=to]").selectOption(ZUBAIDA);
    tariq.locator("textarea[name=reason]").fill("I am at the high court all week.");
    browser.ready(tariq);
    browser.lookEverywhere(tariq, "89-hand-over");
    tariq.getByTestId("send-handing-over").click();
    tariq.getByTestId("handed-over").waitFor();
    assertThat(tariq.getByTestId("addressee")).hasAttribute("data-mine", "false");
    assertThat(tariq.locator("main")).not().containsText(ASKED);
    read(zubaida, referral, true);
  }

  /** All that is meant for her goes to him, by whoever keeps the agency's people and reads none. */
  private void leaves(String referral) {
    Locator person = person(ZUBAIDA);
    person.getByTestId("hand-all-over").click();
    person.locator("select[name=to]").selectOption(TARIQ);
    person.locator("textarea[name=reason]").fill("She goes to another agency.");
    browser.ready(admin);
    browser.lookEverywhere(admin, "89-hand-all-over");
    person.getByTestId("send-handing-over").click();
    assertThat(person.getByTestId("person-done")).containsText("1");
    read(zubaida, referral, false);
  }

  private void answered(String referral) {
    read(tariq, referral, true);
    tariq.getByTestId("move-acceptance").click();
    tariq.getByTestId("send-move").click();
    tariq.getByTestId("moved").waitFor();
    assertThat(tariq.getByTestId("packet")).containsText(ASKED);
  }

  private void reasonsAreRead(String referral) {
    browser.go(worker, "/referrals/" + referral);
    assertThat(worker.getByTestId("handover"))
        .containsText(
            new String[] {"I am at the high court all week.", "She goes to another agency."});
    browser.lookEverywhere(worker, "89-handed-over-twice");
  }
}
