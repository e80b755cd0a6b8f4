package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;

/**
 * After a no the child is referred to somebody whom no directory has: the family's consent names
 * them, and they say yes by a secure link.
 */
final class ReferredOn {
  private static final String ADVOCATE = "Advocate Merman of Mingora";
  private static final String WARNING = "He must not be called at the workshop.";

  private final Browser browser;
  private final Page worker;

  ReferredOn(Browser browser, Page worker) {
    this.browser = browser;
    this.worker = worker;
  }

  /**
   * @param refused a referral that an agency said no to
   * @param asked what was asked of that agency
   */
  void play(String refused, String asked) {
    String next = toSomebodyOutside(refused, asked);
    byLink(asked);
    browser.go(worker, "/referrals/" + next);
    assertThat(worker.getByTestId("outcome")).hasAttribute("data-code", "provided");
    browser.lookEverywhere(worker, "97-answered-from-outside");
    worker.getByTestId("close-loop").click();
    worker.getByTestId("loop-closed").waitFor();
  }

  private String toSomebodyOutside(String refused, String asked) {
    browser.turn(worker, "/referrals/" + refused, "refer-again");
    worker.getByTestId("refer-again").locator("a").click();
    worker.getByTestId("outside-choice").locator("a").click();
    named();
    worker.getByTestId("after").waitFor();
    worker.getByTestId("choose-recipient").click();
    Locator consent = worker.getByTestId("consent-state");
    assertThat(consent).hasAttribute("data-state", "missing");
    Locator request = worker.locator("textarea[name='packet.requestText']");
    assertThat(request).hasValue(asked);
    worker.locator("input[name='packet.safetyWarnings']").fill(WARNING);
    Referring.awaitKept(worker);
    // the child was not asked yet; what is written waits meanwhile
    consent.locator("a").click();
    worker.locator("input[name=givenBy][value=child]").check();
    worker.getByTestId("save-consent").click();
    assertThat(consent).hasAttribute("data-state", "given");
    assertThat(request).hasValue(asked);
    Referring.lookAtPacket(worker);
    assertThat(worker.getByTestId("packet")).containsText(WARNING);
    browser.ready(worker);
    browser.lookEverywhere(worker, "97-refer-to-somebody-outside");
    String next = Referring.send(worker);
    assertThat(worker.locator("main a[href='/referrals/" + refused + "']")).hasCount(1);
    worker.getByTestId("only-by-link").waitFor();
    return next;
  }

  /** The caregiver agrees that somebody is told whom no list of agencies has. */
  private void named() {
    worker.locator("input[name=recipientName]").fill(ADVOCATE);
    worker.locator("select[name=recipientService]").selectOption("legal-aid");
    worker.locator("input[name=recipientPlace]").fill("Mingora, by the court");
    Locator giver = worker.locator("select[name=personId]");
    giver.selectOption(
        giver
            .locator("option")
            .filter(new Locator.FilterOptions().setHasText("Invented caregiver"))
            .first()
            .getAttribute("value"));
    browser.ready(worker);
    browser.lookEverywhere(worker, "97-consent-names-somebody");
    worker.getByTestId("save-consent").click();
  }

  private void byLink(String asked) {
    worker.getByTestId("new-link").click();
    worker.locator("input[name=recipient]").fill(ADVOCATE);
    worker.getByTestId("make-link").click();
    String code = told("link-code");
    String url = told("link-url");
    worker.getByTestId("link-told").click();

    Page recipient = browser.window();
    browser.go(recipient, url.substring(url.indexOf("/link#")));
    recipient.locator("input[name=code]").fill(code);
    recipient.getByTestId("open-link").click();
    recipient.getByTestId("packet-summary").waitFor();
    answered(recipient, "acceptance");
    assertThat(recipient.getByTestId("packet")).containsText(asked);
    recipient.getByTestId("move-completion").click();
    recipient.locator("input[name=code][value=provided]").check();
    recipient.locator("textarea[name=text]").first().fill("The court has the application.");
    browser.ready(recipient);
    browser.lookEverywhere(recipient, "97-yes-by-a-link");
    sent(recipient);
    assertThat(recipient.getByTestId("linked-referral")).hasAttribute("data-status", "completed");
    recipient.getByTestId("close-link").click();
    recipient.getByTestId("linked-referral").waitFor(Browser.GONE);
  }

  private String told(String testId) {
    Locator told = worker.getByTestId(testId);
    told.waitFor();
    return Objects.requireNonNull(told.textContent()).strip();
  }

  private static void answered(Page recipient, String move) {
    recipient.getByTestId("move-" + move).click();
    sent(recipient);
  }

  private static void sent(Page recipient) {
    recipient.getByTestId("send-move").click();
    recipient.getByTestId("send-move").waitFor(Browser.GONE);
  }
}
