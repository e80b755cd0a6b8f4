package org.hifazat.cases.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters of Urdu and Pashto as they are joined and placed on paper. */
class ShapedLineTest {
  private static List<Integer> glyphs(String text) {
    return ShapedLine.of(text, true, false, 12).glyphs().stream()
        .map(ShapedLine.Glyph::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"بچہ", "گھر", "ښځه", "ګړنګ", "ټول"})
  void aWordIsJoinedAndNotSpelt(String word) {
    List<Integer> alone =
        word.codePoints().boxed().flatMap(one -> glyphs(Character.toString(one)).stream()).toList();
    assertThat(glyphs(word)).isNotEmpty().doesNotContainAnyElementsOf(List.of(0));
    assertThat(glyphs(word).reversed()).isNotEqualTo(alone);
  }

  @Test
  void aLineBeginsAtTheRightAndItsNumbersStayInOrder() {
    ShapedLine line = ShapedLine.of("عمر 12", true, false, 12);
    ShapedLine twelve = ShapedLine.of("12", false, false, 12);
    assertThat(line.glyphs().stream().limit(2).map(ShapedLine.Glyph::id))
        .containsExactlyElementsOf(twelve.glyphs().stream().map(ShapedLine.Glyph::id).toList());
    assertThat(line.glyphs().getFirst().x()).isLessThan(line.glyphs().getLast().x());
    assertThat(line.text()).isEqualTo("عمر 12");
  }

  @Test
  void bothScriptsStandInOneLineEachInItsTypeface() {
    assertThat(ShapedLine.of("Gulab گلاب", false, true, 12).glyphs())
        .extracting(ShapedLine.Glyph::face)
        .contains(Typeface.LATIN_BOLD, Typeface.ARABIC_BOLD);
  }

  @Test
  void whatDoesNotFitGoesOnTheNextLineAndNothingIsLost() {
    String text = "خاندان کو حوالے کا نتیجہ بتایا گیا ".repeat(20).strip();
    List<ShapedLine> lines = Lines.of(text, true, false, 11, 300);
    assertThat(lines).hasSizeGreaterThan(5).allMatch(line -> line.width() <= 300);
    assertThat(String.join(" ", lines.stream().map(ShapedLine::text).toList())).isEqualTo(text);
    assertThat(Lines.of("x".repeat(500), false, false, 11, 300)).hasSizeGreaterThan(1);
  }

  @Test
  void aTimeIsNotTornOverTwoLines() {
    for (float width = 60; width < 120; width++) {
      assertThat(Lines.of("since 22 November 2026, 17:02, due", false, false, 11, width))
          .extracting(ShapedLine::text)
          .anyMatch(line -> line.contains("17:02"));
    }
  }
}
