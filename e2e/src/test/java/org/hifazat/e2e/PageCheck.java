package org.hifazat.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a page, as far as a program can see it. */
final class PageCheck {

  /**
   * Only violations are worked out in full. The style sheets, read for the one rule that asks
   * whether the screen may be turned, are the same for all pages: read once in each window.
   */
  private static final String AXE =
      """
      async colours => {
        const first = window.hifazatLooked !== true;
        window.hifazatLooked = true;
        const found = await window.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          resultTypes: ['violations'],
          preload: first,
          rules: {'color-contrast': {enabled: colours}, 'css-orientation-lock': {enabled: first}},
        });
        return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '));
      }""";

  /**
   * A code where words should be. What people typed and numbers of things stand in bdi; a code
   * without a translation is shown in Latin words, which Urdu and Pashto have none of.
   */
  private static final String CODES =
      """
      () => {
        const code = document.documentElement.lang.startsWith('en')
          ? /^(?=.*[a-z])[a-z0-9]+([-_.][a-z0-9]+)+$/
          : /^(?=.*[a-z])[A-Z]?[a-z0-9]+([-_. ][a-z0-9]+)*$/;
        const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
          const at = texts.currentNode.parentElement;
          if (code.test(texts.currentNode.data.trim()) && at.closest('bdi, code, style, script, [dir=auto]') === null
              && at.checkVisibility()) found.push('a code is shown: ' + texts.currentNode.data.trim());
        }
        return found;
      }""";

  /** Words that end before their end, as their place is too small and hides the rest. */
  private static final String CUT =
      """
      width => {
        const found = [...document.querySelectorAll('body *')]
          .filter(each => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1
            && [...each.childNodes].some(part => part.nodeType === 3 && part.data.trim() !== '')
            && ['hidden', 'clip'].includes(getComputedStyle(each).overflowX) && each.checkVisibility())
          .map(each => 'cut off: ' + each.textContent.trim());
        const wide = document.documentElement.scrollWidth;
        if (wide > width) found.push(wide + ' pixels wide on a screen of ' + width);
        return found;
      }""";

  private final String axe;

  private PageCheck(String axe) {
    this.axe = axe;
  }

  static PageCheck read() throws IOException {
    Path axe = RunningPlatform.root().resolve("web/app/node_modules/axe-core/axe.min.js");
    return new PageCheck(Files.readString(axe));
  }

  List<String> of(Page page, boolean colours) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(axe);
    }
    List<String> found = new ArrayList<>(lines(page.evaluate(AXE, colours)));
    found.addAll(lines(page.evaluate(CODES)));
    return found;
  }

  List<String> onASmallTelephone(Page page, int width) {
    return lines(page.evaluate(CUT, width));
  }

  private static List<String> lines(Object found) {
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
