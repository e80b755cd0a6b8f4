package org.hifazat.cases.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Pages of A4 that are written from the top on. Every line carries its text as it is read, since
 * joined letters alone cannot be copied, searched or listened to.
 */
public final class PaperDocument implements AutoCloseable {
  private static final float MARGIN = 50;
  private static final float FOOT = 34;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float LABEL = 150;
  private static final float BODY = 11;
  private static final float LEADING = 1.75f;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final PDDocument document = new PDDocument();
  private final Map<Typeface, Embedded> faces = new EnumMap<>(Typeface.class);
  private final PDResources resources = new PDResources();
  private final List<StringBuilder> pages = new ArrayList<>();
  private final boolean rightToLeft;
  private float y;

  /**
   * @param language tag of the language it is written in
   */
  public PaperDocument(String language, String title, Instant made) {
    rightToLeft = !language.equals("en");
    document.getDocumentCatalog().setLanguage(language);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Hifazat");
    Calendar at = new GregorianCalendar(TimeZone.getTimeZone("Asia/Karachi"), Locale.ROOT);
    at.setTimeInMillis(made.toEpochMilli());
    document.getDocumentInformation().setCreationDate(at);
    turnPage();
  }

  public void title(String text) {
    block(text, true, 18, 0, WIDTH);
    gap(4);
  }

  /** Begins a part; never as the last line of a page. */
  public void heading(String text) {
    if (y < MARGIN + FOOT + 70) {
      turnPage();
    }
    gap(10);
    block(text, true, 13, 0, WIDTH);
    rule();
    gap(4);
  }

  public void paragraph(String text) {
    block(text, false, BODY, 0, WIDTH);
  }

  /**
   * What something is called, and beside it what it is. The whole of the one comes before the
   * other, since what is written first is what somebody hears first.
   */
  public void fact(String label, String value) {
    List<ShapedLine> left = Lines.of(label, rightToLeft, true, BODY, LABEL - 10);
    List<ShapedLine> right = Lines.of(value, rightToLeft, false, BODY, WIDTH - LABEL);
    need(left.size() * BODY * LEADING);
    int page = pages.size();
    float top = y;
    write(left, BODY, 0);
    float labelled = y;
    y = top;
    write(right, BODY, LABEL);
    if (pages.size() == page) {
      y = Math.min(y, labelled);
    }
  }

  /** A line of a list. */
  public void item(String text) {
    block(Lines.ITEM + " " + text, false, BODY, 8, WIDTH - 8);
  }

  public void small(String text) {
    block(text, false, 9, 0, WIDTH);
  }

  /**
   * Writes the document.
   *
   * @param foot of every page, by its number
   */
  public void writeTo(OutputStream out, IntFunction<String> foot) throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      String line = foot.apply(i + 1);
      y = MARGIN;
      on(i, ShapedLine.of(line, rightToLeft, false, 9), 9, 0);
      PDPage page = new PDPage(PDRectangle.A4);
      page.setResources(resources);
      PDStream content = new PDStream(document);
      try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
        stream.write(pages.get(i).toString().getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(content);
      document.addPage(page);
    }
    for (Embedded face : faces.values()) {
      face.font().subset();
    }
    document.save(out);
  }

  public int pages() {
    return pages.size();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void block(String text, boolean bold, float size, float indent, float width) {
    write(Lines.of(text, rightToLeft, bold, size, width), size, indent);
  }

  private void write(List<ShapedLine> lines, float size, float indent) {
    for (ShapedLine line : lines) {
      need(size * LEADING);
      y -= size * LEADING;
      set(line, size, indent);
    }
  }

  private void gap(float space) {
    y -= space;
  }

  private void need(float space) {
    if (y - space < MARGIN + FOOT) {
      turnPage();
    }
  }

  private void turnPage() {
    pages.add(new StringBuilder());
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void rule() {
    y -= 5;
    pages
        .getLast()
        .append(
            "q 0.6 G 0.5 w %s %s m %s %s l S Q\n"
                .formatted(number(MARGIN), number(y), number(MARGIN + WIDTH), number(y)));
  }

  private void set(ShapedLine line, float size, float indent) {
    on(pages.size() - 1, line, size, indent);
  }

  private void on(int page, ShapedLine line, float size, float indent) {
    if (line.glyphs().isEmpty()) {
      return;
    }
    float left = rightToLeft ? MARGIN + WIDTH - indent - line.width() : MARGIN + indent;
    StringBuilder out = pages.get(page);
    out.append("/Span <</ActualText <FEFF")
        .append(HEX.formatHex(line.text().getBytes(StandardCharsets.UTF_16BE)))
        .append(">>> BDC\nBT\n");
    Typeface before = null;
    for (ShapedLine.Glyph glyph : line.glyphs()) {
      Embedded face = faces.computeIfAbsent(glyph.face(), this::embed);
      if (glyph.face() != before) {
        before = glyph.face();
        out.append('/').append(face.name()).append(' ').append(number(size)).append(" Tf\n");
      }
      face.font().addGlyphsToSubset(Set.of(glyph.id()));
      out.append("1 0 0 1 ")
          .append(number(left + glyph.x()))
          .append(' ')
          .append(number(y + glyph.y()))
          .append(" Tm <")
          .append(HEX.formatHex(face.font().encodeGlyphId(glyph.id())))
          .append("> Tj\n");
    }
    out.append("ET\nEMC\n");
  }

  /** A typeface in this document; of it only the glyphs that are used. */
  private record Embedded(PDType0Font font, String name) {}

  private Embedded embed(Typeface face) {
    try {
      PDType0Font font = PDType0Font.load(document, face.parsed(), true);
      return new Embedded(font, resources.add(font).getName());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String number(float value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
