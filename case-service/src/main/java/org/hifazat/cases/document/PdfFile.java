package org.hifazat.cases.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** A paper, and nothing that acts. */
final class PdfFile {
  private static final int TAIL = 1024;
  private static final List<String> ACTING =
      List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia");

  private PdfFile() {}

  static Inspection inspect(byte[] content) {
    int from = Math.max(0, content.length - TAIL);
    String tail = new String(content, from, content.length - from, ISO_8859_1);
    int end = tail.lastIndexOf("%%EOF");
    if (end < 0 || !tail.substring(end + "%%EOF".length()).isBlank()) {
      return Inspection.lies();
    }
    return ACTING.stream().anyMatch(word -> contains(content, word))
        ? Inspection.unsafe()
        : new Inspection.Sound(PictureTags.blank(content));
  }

  private static boolean contains(byte[] content, String word) {
    for (int i = 0; i <= content.length - word.length(); i++) {
      if (content[i] == '/' && FileInspector.at(content, i, word)) {
        return true;
      }
    }
    return false;
  }
}
