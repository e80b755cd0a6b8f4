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
