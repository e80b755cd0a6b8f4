package org.hifazat.cases.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a text into lines that fit. */
final class Lines {
  /** Marks an entry of a list; it stands where the language begins its lines. */
  static final String ITEM = "•";

  private Lines() {}

  static List<ShapedLine> of(
      String text, boolean rightToLeft, boolean bold, float size, float width) {
    List<ShapedLine> lines = new ArrayList<>();
    text.replace('\t', ' ')
        .lines()
        .forEach(
            paragraph -> {
              boolean backwards = rightToLeft && beginsRight(paragraph);
              for (String line : broken(paragraph.strip(), backwards, bold, size, width)) {
                lines.add(ShapedLine.of(line, backwards, bold, size));
              }
            });
    return lines;
  }

  /**
   * Words of the other script alone keep their own direction, so that their full stop ends them.
   */
  private static boolean beginsRight(String paragraph) {
    return paragraph.startsWith(ITEM) || paragraph.codePoints().anyMatch(Lines::isBackwards);
  }

  private static boolean isBackwards(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static List<String> broken(
      String text, boolean rightToLeft, boolean bold, float size, float width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (String word : words(text, rightToLeft)) {
      float wide = ShapedLine.of(word, rightToLeft, bold, size).width();
      if (used + wide > width && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
        used = 0;
      }
      if (wide > width) {
        // A word longer than the line, such as an address of the web, is cut where it is full.
        for (int letter : word.codePoints().toArray()) {
          String one = Character.toString(letter);
          float narrow = ShapedLine.of(one, rightToLeft, bold, size).width();
          if (used + narrow > width && !line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
            used = 0;
          }
          line.append(one);
          used += narrow;
        }
      } else {
        line.append(word);
        used += wide;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private static List<String> words(String text, boolean rightToLeft) {
    BreakIterator breaks =
        BreakIterator.getLineInstance(rightToLeft ? Locale.of("ur") : Locale.ENGLISH);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (!isWithinTime(text, end)) {
        words.add(text.substring(start, end));
        start = end;
      }
    }
    return words;
  }

  /** Hours and minutes stay together. */
  private static boolean isWithinTime(String text, int at) {
    return at > 1
        && at < text.length()
        && text.charAt(at - 1) == ':'
        && Character.isDigit(text.charAt(at - 2))
        && Character.isDigit(text.charAt(at));
  }
}
