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
   * What is wrong, or null where axe is still to be brought. Rules that ask how a page is built are
   * left out where this window was just looked at and was built the same, as the same screen is in
   * another language. Which rules depend on words is for axe's next release to change: only these
   * are named that do not. Where to find what is wrong is worked out when something is. The style
   * sheets, read for the one rule that asks whether the screen may be turned, are the same for all
   * pages: read once in each window.
   */
  private static final String AXE =
      """
      async ([language, colours]) => {
        if (!('axe' in window)) return null;
        // a language just chosen is drawn with the next frame, and asks for its letters then
        await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
        await document.fonts.ready;
        const built = ['aria-allowed-attr', 'aria-conditional-attr', 'aria-deprecated-role', 'aria-hidden-body',
          'aria-hidden-focus', 'aria-prohibited-attr', 'aria-required-attr', 'aria-required-children',
          'aria-required-parent', 'aria-roles', 'aria-valid-attr', 'aria-valid-attr-value', 'autocomplete-valid',
          'avoid-inline-spacing', 'blink', 'bypass', 'definition-list', 'dlitem', 'duplicate-id-aria',
          'form-field-multiple-labels', 'frame-focusable-content', 'list', 'listitem', 'marquee', 'meta-refresh',
          'meta-viewport', 'nested-interactive', 'no-autoplay-audio', 'server-side-image-map', 'table-fake-caption',
          'td-has-header', 'td-headers-attr', 'th-has-data-cells', 'video-caption'];
        const words = /^(aria-(label|description|placeholder|roledescription|valuetext|braille.*)|alt|class|content|d|dir|href|label|lang|placeholder|src|srcset|style|title|value|data-.*)$/;
        const structure = [...document.querySelectorAll('*')].map(each => each.tagName + each.checkVisibility({visibilityProperty: true}) + each.checked
          + [...each.childNodes].some(part => part.nodeType === 3 && part.data.trim() !== '')
          + [...each.attributes].map(a => words.test(a.name) ? a.name + (a.value.trim() !== '') : a.name + '=' + a.value)
          + each.children.length).join();
        const before = window.hifazatLooked;
        window.hifazatLooked = structure;
        const left = [
          ...(colours ? [] : ['color-contrast']),
          ...(before === undefined ? [] : ['css-orientation-lock']),
          ...(before === structure ? built : []),
        ];
        const asked = {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          resultTypes: ['violations'],
          preload: before === undefined,
          rules: Object.fromEntries(left.map(rule => [rule, {enabled: false}])),
        };
        let found = await window.axe.run(document, {...asked, selectors: false});
        if (found.violations.length > 0) {
          const located = await window.axe.run(document, asked);
          // what is gone by now was wrong all the same
          if (located.violations.length > 0) found = located;
        }
        const {lang, dir} = document.documentElement;
        return [
          ...(lang.startsWith(language) && dir === (language === 'en' ? 'ltr' : 'rtl') ? [] : ['read as ' + lang + ' ' + dir]),
          ...found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target?.join(' ') ?? n.html).join(' | ')),
        ];
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
      async width => {
        await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
        await document.fonts.ready;
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

  List<String> of(Page page, String language, boolean colours) {
    List<Object> asked = List.of(language, colours);
    Object wrong = page.evaluate(AXE, asked);
    if (wrong == null) {
      page.evaluate(axe);
      wrong = page.evaluate(AXE, asked);
    }
    List<String> found = new ArrayList<>(lines(wrong));
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
