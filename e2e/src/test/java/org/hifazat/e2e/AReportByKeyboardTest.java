package org.hifazat.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.hifazat.local.demo.StaffSession;
import org.junit.jupiter.api.Test;

/**
 * A concern is reported in under two minutes without a mouse. The time is computed, not measured:
 * by the keystroke-level model of Card, Moran and Newell (Communications of the ACM 23(7), 1980) a
 * key takes 0.28 s of somebody who types as people on the average do, and to know what comes next
 * takes 1.35 s for each field.
 */
class AReportByKeyboardTest {
  private static final double KEY = 0.28;
  private static final double FIELD = 1.35;
  private static final double TWO_MINUTES = 120;

  /** With all that is optional; who only records what must be there goes by fewer. */
  private static final int MOST_TABS = 30;

  private static final String SAID =
      "A boy of about ten works nights at the invented kiln near our street. The foreman beats him,"
          + " I heard it again last night. He does not go to school and his father is away.";

  @Test
  void aConcernIsRecordedInUnderTwoMinutesByKeyboardAlone() throws Exception {
    try (Browser browser = Browser.open("en")) {
      Page page = browser.signIn("naila.helpline");
      browser.go(page, "/concerns/new");
      Hands hands = new Hands(page);

      hands.comeTo("districtCode").type("Pesh");
      hands.comeTo("urgency").press("ArrowDown");
      hands.comeTo("narrative").type(SAID);
      hands.comeTo("concern-filter").type("labour").press("Enter");
      hands.comeTo("past-concerns").press("Enter");
      hands.comeTo("childHint.name").type("Tor Gul");
      hands.comeTo("childHint.sex").type("B");
      hands.comeTo("childHint.ageYears").type("10");
      hands.comeTo("childHint.place").type("Kiln on Ring Road");
      hands.comeTo("reporter.kind").press("ArrowDown");
      hands.comeTo("reporter.name").type("Invented neighbour");
      hands.comeTo("reporter.phone").type("03001234567");
      hands.press("Control+Enter");

      assertThat(page.getByTestId("recorded")).isVisible();
      hands.say();
      assertThat(hands.seconds()).isLessThan(TWO_MINUTES);
      assertThat(hands.tabs).isLessThanOrEqualTo(MOST_TABS);
      theReportHoldsWhatWasTyped(
          Objects.requireNonNull(page.getByTestId("recorded").getAttribute("data-id")));
    }
  }

  private static void theReportHoldsWhatWasTyped(String id) throws Exception {
    StaffSession worker = RunningPlatform.signIn("gulalai.peshawar");
    var report = worker.get("/api/cases/v1/concern-reports/" + id).expect(200).json();
    assertThat(report.get("districtCode").asText()).isEqualTo("peshawar");
    assertThat(report.get("narrative").asText()).isEqualTo(SAID);
    assertThat(report.get("concerns").toString()).contains("labour");
    assertThat(report.get("childHint").get("name").asText()).isEqualTo("Tor Gul");
    assertThat(report.get("childHint").get("sex").asText()).isEqualTo("male");
    assertThat(report.get("reporter").get("phone").asText()).contains("3001234567");
  }

  /** Two hands on a keyboard, and what they do counted. */
  private static final class Hands {
    private final Page page;
    private int keys;
    private int tabs;
    private int fields;

    Hands(Page page) {
      this.page = page;
    }

    /** From one to the next with Tab, as long as it takes. */
    Hands comeTo(String field) {
      fields++;
      for (int i = 0; i <= MOST_TABS; i++) {
        press("Tab");
        tabs++;
        if (field.equals(page.evaluate("document.activeElement?.name"))) {
          return this;
        }
      }
      throw new AssertionError("Tab does not come to " + field);
    }

    Hands type(String text) {
      page.keyboard().type(text);
      keys += text.length();
      return this;
    }

    Hands press(String key) {
      page.keyboard().press(key);
      keys += key.split("\\+").length;
      return this;
    }

    double seconds() {
      return keys * KEY + fields * FIELD;
    }

    void say() {
      System.out.printf(
          "FIGURE report by keyboard: %d keys, %d of them Tab, %d fields: %.1f s%n",
          keys, tabs, fields, seconds());
    }
  }
}
