package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Objects;
import org.hifazat.local.demo.StaffSession;

/** After a no the child is referred to another agency, where somebody says yes by a secure link. */
final class ReferredOn {
  /** An invented agency in another district, where nobody has an account. */
  private static final String SWAT_LEGAL_AID = "292ff0bb-ecb6-5c53-9796-177b0564407b";

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
  void play(StaffSession session, String caseId, String refused, String asked)
      throws IOException, InterruptedException {
    Referring.agreed(session, caseId, SWAT_LEGAL_AID);
    String next = toAnother(refused, asked);
    byLink(asked);
    browser.go(worker, "/referrals/" + next);
    assertThat(worker.getByTestId("outcome")).hasAttribute("data-code", "provided");
    worker.getByTestId("close-loop").click();
    worker.getByTestId("loop-closed").waitFor();
  }

  private String toAnother(String refused, String asked) {
    browser.turn(worker, "/referrals/" + refused, "refer-again");
    worker.getByTestId("refer-again").locator("a").click();
    worker.getByTestId("after").waitFor();
    worker.locator("select[name=district]").selectOption("swat");
    Referring.choose(worker, SWAT_LEGAL_AID);
    assertThat(worker.locator("textarea[name='packet.requestText']")).hasValue(asked);
    Referring.lookAtPacket(worker);
    browser.ready(worker);
    browser.lookEverywhere(worker, "97-refer-to-another");
    String next = Referring.send(worker);
    assertThat(worker.locator("main a[href='/referrals/" + refused + "']")).hasCount(1);
    return next;
  }

  private void byLink(String asked) {
    worker.getByTestId("new-link").click();
    worker.locator("input[name=recipient]").fill("Advocate in Mingora");
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
