package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium, with one window per person. */
final class Browser implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String language;
  private final String axe;
  private final List<String> complaints = new ArrayList<>();

  private Browser(
      Playwright playwright,
      com.microsoft.playwright.Browser chromium,
      String language,
      String axe) {
    this.playwright = playwright;
    this.chromium = chromium;
    this.language = language;
    this.axe = axe;
  }

  /**
   * @param language en, ur or ps
   */
  static Browser open(String language) throws IOException {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("hifazat.chromium", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    Path axe = RunningPlatform.root().resolve("web/app/node_modules/axe-core/axe.min.js");
    return new Browser(playwright, chromium, language, Files.readString(axe));
  }

  /** A new window in which somebody signs in the way staff do. */
  Page signIn(String username) {
    Page page = window();
    page.navigate(RunningPlatform.address() + "/?language=" + language);
    page.getByTestId("sign-in").first().click();
    page.locator("#username").fill(username);
    page.locator("#password").fill(RunningPlatform.password());
    page.locator("#kc-login").click();
    page.getByTestId("who-am-i").waitFor();
    return page;
  }

  Page window() {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setTimezoneId("Asia/Karachi")
                .setLocale("en-GB"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("page error: " + error));
    return page;
  }

  void go(Page page, String path) {
    page.navigate(RunningPlatform.address() + path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** Looks at the page as a whole: a picture to keep, the direction of writing, accessibility. */
  void look(Page page, String name) {
    Path picture =
        RunningPlatform.root()
            .resolve("target/screenshots")
            .resolve(language)
            .resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    assertThat(page.locator("html").getAttribute("dir"))
        .isEqualTo(language.equals("en") ? "ltr" : "rtl");
    assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
    page.evaluate(axe);
    Object violations =
        page.evaluate(
            """
            async () => (await window.axe.run(document,
                {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))
              .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '))""");
    if (violations instanceof List<?> found && !found.isEmpty()) {
      complaints.add(name + ": " + found);
    }
  }

  /** Everything the looks found wrong. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
