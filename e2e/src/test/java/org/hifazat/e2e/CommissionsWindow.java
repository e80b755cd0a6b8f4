package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The window of the Commission's monitor: the district's numbers, and no way to a name. */
final class CommissionsWindow {
  private static final String DISTRICT = "peshawar";
  private static final List<String> ROWS = List.of(DISTRICT, "province");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Looks for a way past the numbers, as somebody would who types into the address bar. */
  private static final List<String> PAGES =
      List.of(
          "/cases",
          "/cases/{case}",
          "/cases/{case}/assess",
          "/cases/{case}/refer",
          "/cases/{case}/consents/new",
          "/cases/{case}/child",
          "/cases/{case}/people",
          "/cases/{case}/status",
          "/search",
          "/referrals/{referral}",
          "/triage",
          "/triage/{report}",
          "/concerns",
          "/concerns/{report}",
          "/concerns/new",
          "/directory");

  /** And as somebody would who opens the browser's console. */
  private static final List<String> READS =
      List.of(
          "/api/cases/v1/cases",
          "/api/cases/v1/cases/{case}",
          "/api/cases/v1/cases/{case}/child",
          "/api/cases/v1/cases/{case}/persons",
          "/api/cases/v1/cases/{case}/safe-places",
          "/api/cases/v1/cases/{case}/links",
          "/api/cases/v1/cases/{case}/separation",
          "/api/cases/v1/cases/{case}/nationality",
          "/api/cases/v1/concern-reports",
          "/api/cases/v1/concern-reports/{report}",
          "/api/cases/v1/tasks",
          "/api/assessments/v1/cases/{case}/assessments",
          "/api/referrals/v1/referrals/{referral}",
          "/api/referrals/v1/cases/{case}/referrals",
          "/api/referrals/v1/cases/{case}/referral-drafts");

  private final Browser browser;
  private final Page page;
  private final Path traffic;

  private CommissionsWindow(Browser browser, Page page, Path traffic) {
    this.browser = browser;
    this.page = page;
    this.traffic = traffic;
  }

  static CommissionsWindow open(Browser browser) throws IOException {
    Path traffic = Files.createTempFile("commission", ".har");
    Page page = browser.signInRecorded("mina.commission", traffic);
    browser.go(page, "/dashboard");
    return new CommissionsWindow(browser, page, traffic);
  }

  /** What the table shows of the district and of the province, as it is written there. */
  Map<String, String> figures() {
    Map<String, String> shown = new TreeMap<>();
    for (String row : ROWS) {
      Locator cells =
          page.locator(
              "[data-testid=figure-table] [data-district=%s] [data-figure]".formatted(row));
      cells.first().waitFor();
      if (cells.evaluateAll("all => all.map(cell => [cell.dataset.figure, cell.innerText.trim()])")
          instanceof List<?> all) {
        for (Object cell : all) {
          if (cell instanceof List<?> pair) {
            shown.put(row + " " + pair.get(0), String.valueOf(pair.get(1)));
          }
        }
      }
    }
    return shown;
  }

  /**
   * Waits until the table, which nobody touches, shows one more in each of these figures: in the
   * district's row, or where that figure is hidden on behalf of a small one, in the province's.
   */
  void seesOneMore(Map<String, String> before, String... figures) {
    Awaitility.await("one more in " + List.of(figures))
        .atMost(PATIENCE)
        // each look at the table lays the page out anew
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              Map<String, String> now = figures();
              for (String figure : figures) {
                String cell = rowThatShows(figure, before, now) + " " + figure;
                assertThat(number(now, cell)).as(cell).isEqualTo(number(before, cell) + 1);
              }
            });
  }

  private static String rowThatShows(
      String figure, Map<String, String> before, Map<String, String> now) {
    List<String> rows =
        ROWS.stream()
            .filter(row -> isNumber(before, row + " " + figure))
            .filter(row -> isNumber(now, row + " " + figure))
            .toList();
    assertThat(rows).as("rows that show " + figure).isNotEmpty();
    return rows.getFirst();
  }

  private static boolean isNumber(Map<String, String> shown, String cell) {
    return shown.getOrDefault(cell, "").matches("[0-9,]+");
  }

  private static int number(Map<String, String> shown, String cell) {
    return Integer.parseInt(shown.getOrDefault(cell, "").replace(",", ""));
  }

  void look(String name) {
    browser.lookWideAndNarrow(page, name);
  }

  /** Tries every address and every interface that could lead to the child. */
  void findsNoWayToTheChild(Journey journey) throws IOException {
    for (String path : PAGES) {
      // the first by the address bar: what is shown is decided in the same place
      if (path.equals(PAGES.getFirst())) {
        browser.go(page, journey.in(path));
      } else {
        browser.turn(page, journey.in(path));
      }
      page.locator("main h1").waitFor();
      assertThat(page.content()).as(path).doesNotContain(journey.secrets());
      assertThat(page.locator("main input, main textarea, main select, main table").count())
          .as("things to read or fill in at " + path)
          .isZero();
    }
    for (String path : READS) {
      assertThat(fetched(journey.in(path), Map.of())).as(path).isEqualTo(403);
    }
    assertThat(
            fetched(
                "/api/cases/v1/child-searches",
                Map.of("method", "POST", "body", "{\"names\":{\"given\":\"Wazirgul\"}}")))
        .isEqualTo(403);
    assertThat(fetched(journey.in("/partner/v1/referrals/{referral}"), Map.of())).isEqualTo(401);
    page.context().close();
    nothingWasToldAboutTheChild(journey);
  }

  /** Asks in the page's own name, with its cookies, and gives the status. */
  private Object fetched(String path, Map<String, String> request) {
    return page.evaluate(
        """
        async ([path, request]) => (await fetch(path, {...request, headers: {
          accept: 'application/json', 'content-type': 'application/json', 'X-Hifazat': '1',
          'Idempotency-Key': crypto.randomUUID()}})).status""",
        List.of(path, request));
  }

  /** Reads every answer the window was given since it signed in. */
  private void nothingWasToldAboutTheChild(Journey journey) throws IOException {
    List<String> figures = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(traffic.toFile()).at("/log/entries")) {
      String url = entry.at("/request/url").asText();
      String answer = text(entry.at("/response/content"));
      assertThat(answer).as(url).doesNotContain(journey.secrets());
      if (url.matches(".*/api/(cases|assessments|referrals)/.*")) {
        assertThat(entry.at("/response/status").asInt()).as(url).isEqualTo(403);
      }
      if (url.contains("/api/monitoring/v1/figures")) {
        figures.add(answer);
      }
    }
    assertThat(figures).as("the numbers were read").anyMatch(answer -> answer.contains(DISTRICT));
    Files.delete(traffic);
  }

  private static String text(JsonNode content) {
    String text = content.path("text").asText();
    return content.path("encoding").asText().equals("base64")
        ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
        : text;
  }
}
