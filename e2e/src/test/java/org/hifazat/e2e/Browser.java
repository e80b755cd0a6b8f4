package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.HarContentPolicy;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The system's Chromium for readers of one language, with one window per person. */
final class Browser implements AutoCloseable {
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  private static final List<String> LANGUAGES = List.of("en", "ur", "ps");

  private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
  private static final double PATIENCE_MILLIS = RunningPlatform.PATIENCE.toMillis();
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  /** A picture costs the browser as much as half a look: taken on demand, and of what is wrong. */
  private static final boolean PICTURES = "all".equals(System.getenv("HIFAZAT_PICTURES"));

  /** Of the pictures, in percent. */
  private static final int QUALITY = 75;

  /** A small telephone. */
  private static final int NARROW = 360;

  /** One for all tests of the JVM, and ended with it: its start costs more than most looks. */
  private static com.microsoft.playwright.@Nullable Browser chromium;

  /**
   * Says whether everything a page asked for has come and is drawn. Nothing waits for a network
   * that is idle for half a second: a screen is ready long before.
   */
  private static final String READINESS =
      """
      (() => {
        const ask = window.fetch;
        let open = 0;
        let last = 0;
        window.fetch = async (...asked) => {
          open++;
          try {
            return await ask(...asked);
          } finally {
            open--;
            last = performance.now();
          }
        };
        window.hifazatReady = () => open === 0 && performance.now() - last > 80
          && document.querySelector('h1') !== null
          && document.querySelector('.hifazat-waiting, .mantine-Skeleton-root') === null;
      })()""";

  private final String language;
  private final PageCheck check;
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private int looks;
  private long looking;
  private int ways;
  private long going;

  private Browser(String language, PageCheck check) {
    this.language = language;
    this.check = check;
  }

  /**
   * @param language en, ur or ps
   */
  static Browser open(String language) throws IOException {
    return new Browser(language, PageCheck.read());
  }

  private static com.microsoft.playwright.Browser chromium() {
    if (chromium == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      chromium =
          Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(
                          Path.of(System.getProperty("hifazat.chromium", "/usr/bin/chromium")))
                      .setArgs(
                          List.of(
                              "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }
    return chromium;
  }

  /**
   * A new window of somebody who is signed in. Its form is sent without being shown, as a sign-in
   * by hand loads three pages for the one that is wanted.
   */
  Page signIn(String username) {
    Page page = window();
    Matcher form =
        FORM.matcher(page.request().get(RunningPlatform.address() + "/sign-in?to=/session").text());
    assertThat(form.find()).as("a form to sign in with").isTrue();
    String answer =
        page.request()
            .post(
                form.group(1).replace("&amp;", "&"),
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("username", username)
                            .set("password", RunningPlatform.password())))
            .text();
    assertThat(answer).contains("\"signedIn\":true");
    page.navigate(RunningPlatform.address() + "/?language=" + language);
    page.getByTestId("who-am-i").waitFor();
    return page;
  }

  /**
   * A new window in which somebody signs in by hand, the way staff do; all that the platform tells
   * this window, and is asked by it, is in the file once the window's context is closed.
   */
  Page signInRecorded(String username, Path traffic) {
    return signInByHand(
        window(
            options()
                .setRecordHarPath(traffic)
                .setRecordHarContent(HarContentPolicy.EMBED)
                // its files are the same for everybody
                .setRecordHarUrlFilter(Pattern.compile("^(?!.*/assets/).*$"))),
        username);
  }

  /** A new window in which somebody signs in the way they do, through the platform's own pages. */
  Page signInByHand(String username) {
    return signInByHand(window(), username);
  }

  private Page signInByHand(Page page, String username) {
    page.navigate(RunningPlatform.address() + "/?language=" + language);
    page.getByTestId("sign-in").first().click();
    page.locator("#username").fill(username);
    page.locator("#password").fill(RunningPlatform.password());
    page.locator("#kc-login").click();
    page.getByTestId("who-am-i").waitFor();
    return page;
  }

  Page window() {
    return window(options());
  }

  private static NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(WIDTH, HEIGHT)
        .setTimezoneId("Asia/Karachi")
        .setLocale("en-GB");
  }

  private Page window(NewContextOptions options) {
    BrowserContext context = chromium().newContext(options);
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.addInitScript(READINESS);
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("page error: " + error));
    return page;
  }

  /** Loads the page anew, as somebody does who types an address: costs six times a turn. */
  void go(Page page, String path) {
    long begun = System.nanoTime();
    page.navigate(RunningPlatform.address() + path);
    ready(page);
    ways++;
    going += System.nanoTime() - begun;
  }

  /**
   * Goes on within the application, as somebody does who follows a link: nothing is loaded again.
   *
   * @param testId of what is on that screen only
   */
  void turn(Page page, String path, String testId) {
    long begun = System.nanoTime();
    page.evaluate(
        "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }",
        path);
    page.getByTestId(testId).first().waitFor();
    ready(page);
    ways++;
    going += System.nanoTime() - begun;
  }

  /** As {@link #turn(Page, String, String)}; the heading takes the focus on arrival. */
  void turn(Page page, String path) {
    long begun = System.nanoTime();
    page.evaluate(
        """
        path => {
          document.activeElement?.blur();
          history.pushState(null, '', path);
          dispatchEvent(new PopStateEvent('popstate'));
        }""",
        path);
    page.waitForFunction("() => document.activeElement?.matches('main h1')");
    ready(page);
    ways++;
    going += System.nanoTime() - begun;
  }

  /** Until all that the page asked for is there and drawn. */
  void ready(Page page) {
    page.waitForFunction("() => window.hifazatReady()");
  }

  /** Loads the page until what other services have to tell has come. */
  void awaitOn(Page page, String path, String testId) {
    Awaitility.await(testId + " on " + path)
        .atMost(RunningPlatform.PATIENCE)
        .until(
            () -> {
              go(page, path);
              return page.getByTestId(testId).count() > 0;
            });
  }

  /** Looks at the page as a whole: a picture to keep, the direction of writing, accessibility. */
  void look(Page page, String name) {
    look(page, name, language, language.equals("en"));
  }

  /**
   * What is typed stays: the reader's language is chosen on the page itself. Colours are the same
   * in all of them, and measuring them costs more than all else.
   */
  void lookInEveryLanguage(Page page, String name) {
    for (String each : LANGUAGES) {
      choose(page, each);
      look(page, name, each, each.equals("en"));
    }
  }

  /**
   * As {@link #lookInEveryLanguage}, and each time on a small telephone as well: each language
   * begins at the width the one before ended with, as another width is drawn anew.
   */
  void lookEverywhere(Page page, String name) {
    boolean wide = true;
    for (String each : LANGUAGES) {
      choose(page, each);
      if (wide) {
        look(page, name, each, each.equals("en"));
        page.setViewportSize(NARROW, HEIGHT);
        nothingSticksOut(page, name, each);
      } else {
        nothingSticksOut(page, name, each);
        page.setViewportSize(WIDTH, HEIGHT);
        look(page, name, each, each.equals("en"));
      }
      wide = !wide;
    }
    page.setViewportSize(WIDTH, HEIGHT);
  }

  private static void choose(Page page, String language) {
    page.getByTestId("language").first().selectOption(language);
    page.locator("html[lang^=" + language + "]").waitFor(ATTACHED);
  }

  private void nothingSticksOut(Page page, String name, String language) {
    pictureIfWanted(page, name + "-narrow", language);
    complain(page, name + "-narrow", language, check.onASmallTelephone(page, NARROW));
  }

  private static void pictureIfWanted(Page page, String name, String language) {
    if (PICTURES) {
      picture(page, name, language);
    }
  }

  private static void picture(Page page, String name, String language) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                RunningPlatform.root()
                    .resolve("target/screenshots")
                    .resolve(language)
                    .resolve(name + ".jpg"))
            // a PNG takes the browser half as much time again
            .setType(ScreenshotType.JPEG)
            .setQuality(QUALITY)
            .setFullPage(true));
  }

  private void look(Page page, String name, String language, boolean colours) {
    long begun = System.nanoTime();
    pictureIfWanted(page, name, language);
    complain(page, name, language, check.of(page, language, colours));
    looks++;
    looking += System.nanoTime() - begun;
  }

  private void complain(Page page, String name, String language, List<String> found) {
    if (!found.isEmpty()) {
      complaints.add(language + "/" + name + ": " + found);
      picture(page, name, language);
    }
  }

  /** As {@link #look}, and once more on a small telephone, where nothing may stick out. */
  void lookWideAndNarrow(Page page, String name) {
    look(page, name);
    page.setViewportSize(NARROW, HEIGHT);
    look(page, name + "-narrow", language, false);
    nothingSticksOut(page, name, language);
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /** Everything the looks found wrong. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    System.out.printf(
        "FIGURE %s: %d looks in %.1f s, %d ways in %.1f s%n",
        language, looks, looking / 1e9, ways, going / 1e9);
    contexts.forEach(BrowserContext::close);
  }
}
