package org.hifazat.cases.export;

import java.util.List;
import java.util.stream.Stream;
import org.hifazat.cases.pdf.PaperDocument;
import org.jspecify.annotations.Nullable;

/** Lists and facts on paper, in one language. */
final class Sheet {
  private final PaperDocument paper;
  private final PrintedWords words;

  Sheet(PaperDocument paper, PrintedWords words) {
    this.paper = paper;
    this.words = words;
  }

  /** A part of its own; one without items says so. */
  void list(String heading, Stream<String> items) {
    paper.heading(words.text(heading));
    List<String> all = items.toList();
    if (all.isEmpty()) {
      paper.paragraph(words.text("print.none"));
    }
    all.forEach(paper::item);
  }

  /** A fact without a value is left out. */
  void fact(String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      paper.fact(words.text(label), value);
    }
  }

  /**
   * A line below an entry.
   *
   * @param label what it is called, if it has to be
   */
  record Line(@Nullable String label, @Nullable String text) {
    static Line of(@Nullable String label, @Nullable String text) {
      return new Line(label, text);
    }
  }

  /** Lines that go below an entry, each begun anew; those without a text are left out. */
  String lines(Line... lines) {
    StringBuilder all = new StringBuilder();
    for (Line line : lines) {
      String text = line.text();
      if (text != null && !text.isBlank()) {
        all.append('\n');
        if (line.label() != null) {
          all.append(words.text(line.label())).append(": ");
        }
        all.append(text);
      }
    }
    return all.toString();
  }

  /** What there is, parted as the language does. */
  static String joined(PrintedWords words, @Nullable String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        text.append(text.isEmpty() ? "" : words.text("list.comma")).append(part);
      }
    }
    return text.toString();
  }
}
