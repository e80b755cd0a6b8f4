package org.hifazat.cases.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text as glyphs from left to right, whatever directions its words have.
 *
 * @param text as it is read, for whoever copies or listens to the document
 */
record ShapedLine(String text, float width, List<Glyph> glyphs) {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /**
   * @param x from the line's left end
   * @param y above the line
   */
  record Glyph(Typeface face, int id, float x, float y) {}

  static ShapedLine of(String text, boolean rightToLeft, boolean bold, float size) {
    if (text.isEmpty()) {
      return new ShapedLine(text, 0, List.of());
    }
    Bidi bidi =
        new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Integer[] order = new Integer[runs];
    for (int run = 0; run < runs; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      order[run] = run;
    }
    Bidi.reorderVisually(levels, 0, order, 0, runs);
    Setting setting = new Setting(text.toCharArray(), size);
    for (int run : order) {
      boolean backwards = bidi.getRunLevel(run) % 2 == 1;
      List<Piece> pieces = pieces(text, bidi.getRunStart(run), bidi.getRunLimit(run), bold);
      for (Piece piece : backwards ? pieces.reversed() : pieces) {
        setting.add(piece, backwards);
      }
    }
    return new ShapedLine(text, setting.x, List.copyOf(setting.glyphs));
  }

  private record Piece(Typeface face, int from, int to) {}

  /** Stretches of one typeface, in the order they are read. */
  private static List<Piece> pieces(String text, int from, int to, boolean bold) {
    List<Piece> pieces = new ArrayList<>();
    Typeface face = bold ? Typeface.LATIN_BOLD : Typeface.LATIN;
    int start = from;
    int at = from;
    while (at < to) {
      int letter = text.codePointAt(at);
      Typeface wanted = Typeface.of(letter, bold, face);
      if (wanted != face && at > start) {
        pieces.add(new Piece(face, start, at));
        start = at;
      }
      face = wanted;
      at += Character.charCount(letter);
    }
    pieces.add(new Piece(face, start, to));
    return pieces;
  }

  /** Glyphs put one piece after another. */
  private static final class Setting {
    private final char[] letters;
    private final float size;
    private final List<Glyph> glyphs = new ArrayList<>();
    private float x;

    Setting(char[] letters, float size) {
      this.letters = letters;
      this.size = size;
    }

    void add(Piece piece, boolean backwards) {
      GlyphVector shaped =
          piece
              .face()
              .at(size)
              .layoutGlyphVector(
                  EXACT,
                  letters,
                  piece.from(),
                  piece.to(),
                  backwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
      int count = shaped.getNumGlyphs();
      for (int i = 0; i < count; i++) {
        int id = shaped.getGlyphCode(i);
        Point2D at = shaped.getGlyphPosition(i);
        if (id > 0 && id < 0xFFFE) {
          glyphs.add(new Glyph(piece.face(), id, x + (float) at.getX(), (float) -at.getY()));
        }
      }
      x += (float) shaped.getGlyphPosition(count).getX();
    }
  }
}
