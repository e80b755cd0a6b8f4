package org.hifazat.cases.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled typefaces (Noto Naskh Arabic, SIL Open Font License). Java's own shaper joins and
 * places the letters; what it gives are glyphs of the very file that goes into the document.
 */
enum Typeface {
  ARABIC("noto-naskh-arabic-arabic-400.ttf"),
  ARABIC_BOLD("noto-naskh-arabic-arabic-700.ttf"),
  LATIN("noto-naskh-arabic-latin-400.ttf"),
  LATIN_BOLD("noto-naskh-arabic-latin-700.ttf");

  @SuppressWarnings("ImmutableEnumChecker") // read once, never written to
  private final byte[] file;

  @SuppressWarnings("ImmutableEnumChecker") // derived from, never changed
  private final Font font;

  Typeface(String name) {
    try (InputStream stream = Typeface.class.getResourceAsStream("/fonts/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("typeface missing: " + name);
      }
      file = stream.readAllBytes();
      font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (FontFormatException fault) {
      throw new IllegalStateException("typeface unreadable: " + name, fault);
    }
  }

  Font at(float size) {
    return font.deriveFont(size);
  }

  boolean has(int letter) {
    return font.canDisplay(letter);
  }

  TrueTypeFont parsed() throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }

  /** The one to set this letter in; the one before where it can, so that words stay whole. */
  static Typeface of(int letter, boolean bold, Typeface before) {
    if (before.has(letter)) {
      return before;
    }
    Typeface latin = bold ? LATIN_BOLD : LATIN;
    return latin.has(letter) ? latin : bold ? ARABIC_BOLD : ARABIC;
  }
}
