package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page is looked at in three languages; what is wrong in the last one only is found there. */
class PageCheckTest {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en" dir="ltr"><head><title>Invented page</title></head><body><main>
        <h1>Words</h1>
        <ul><li>One</li><li>Two</li></ul>
        <label for="name">Name</label> <input id="name">
        <button>Send</button>
      </main></body></html>""";

  private Browser browser;
  private PageCheck check;
  private Page page;

  @BeforeEach
  void aPageLookedAtInEnglishAndUrdu() throws IOException {
    browser = Browser.open("en");
    check = PageCheck.read();
    page = browser.window();
    page.setContent(PAGE);
    assertThat(check.of(page, "en", true)).isEmpty();
    speak("ur", "الفاظ");
    assertThat(check.of(page, "ur", false)).isEmpty();
    speak("ps", "ټکي");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void nothingIsWrongWithThePageAsItIs() {
    assertThat(check.of(page, "ps", false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          label            | document.querySelector('label').textContent = ''
          button-name      | document.querySelector('button').textContent = ''
          document-title   | document.title = ''
          aria-roles       | document.querySelector('h1').setAttribute('role', 'nonsense')
          aria-valid-attr-value | document.querySelector('input').setAttribute('aria-invalid', 'perhaps')
          list             | document.querySelector('ul').append(document.createElement('div'))
          listitem         | document.querySelector('main').append(document.querySelector('li'))
          target-size      | document.querySelector('main').insertAdjacentHTML('beforeend', '<div><button style="width:8px;height:8px;padding:0">ا</button><button style="width:8px;height:8px;padding:0">ب</button></div>')
          a code is shown  | document.querySelector('h1').textContent = 'in progress'
          read as ps ltr   | document.documentElement.dir = 'ltr'
          read as en rtl   | document.documentElement.lang = 'en'
          """)
  void whatIsWrongInTheThirdLanguageOnlyIsFound(String complaint, String fault) {
    page.evaluate("() => { " + fault + " }");

    assertThat(check.of(page, "ps", false))
        .anySatisfy(line -> assertThat(line).contains(complaint));
  }

  @Test
  void tooLittleContrastIsFoundWhereColoursAreAsked() {
    speak("en", "Words");
    page.evaluate("() => { document.querySelector('h1').style.color = '#ddd' }");

    assertThat(check.of(page, "en", true))
        .anySatisfy(line -> assertThat(line).contains("contrast"));
    assertThat(check.of(page, "en", false)).isEmpty();
  }

  @Test
  void wordsCutOffAndAPageTooWideAreFoundOnATelephone() {
    assertThat(check.onASmallTelephone(page, 1280)).isEmpty();
    page.evaluate(
        "() => { document.querySelector('h1').style = 'width: 4px; overflow: hidden; white-space: nowrap' }");

    assertThat(check.onASmallTelephone(page, 360))
        .anySatisfy(line -> assertThat(line).startsWith("cut off"))
        .anySatisfy(line -> assertThat(line).contains("pixels wide"));
  }

  private void speak(String language, String words) {
    page.evaluate(
        """
        ([language, words]) => {
          document.documentElement.lang = language;
          document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl';
          for (const each of document.querySelectorAll('h1, li, label, button')) each.textContent = words;
        }""",
        List.of(language, words));
  }
}
