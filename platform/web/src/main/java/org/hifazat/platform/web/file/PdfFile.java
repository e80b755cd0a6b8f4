package org.hifazat.platform.web.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A paper, and nothing that acts. */
final class PdfFile {
  private static final int TAIL = 1024;
  private static final int BUFFER = 64 << 10;

  /** Of all objects that are packed together in a paper; what unpacks to more is an attack. */
  private static final long MOST_UNPACKED = 48L << 20;

  private static final String PACKED = "/ObjStm";
  private static final String FILTER = "/Filter";
  private static final String END = "endstream";
  private static final List<String> OTHER_FILTERS =
      List.of("/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/RunLengthDecode", "/Crypt");
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
    return acts(content, content.length) || actsWherePacked(content)
        ? Inspection.unsafe()
        : new Inspection.Sound(PictureTags.blank(content));
  }

  private static boolean acts(byte[] content, int length) {
    for (int i = 0; i < length; i++) {
      if (content[i] == '/') {
        for (String word : ACTING) {
          if (isName(content, i, length, word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Any letter of a name may be written as # and two hexadecimal digits (ISO 32000-1, 7.3.5). */
  private static boolean isName(byte[] content, int from, int length, String word) {
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      if (at >= length) {
        return false;
      }
      int letter = content[at] & 0xff;
      if (letter == '#' && at + 2 < length) {
        letter = Character.digit(content[at + 1], 16) << 4 | Character.digit(content[at + 2], 16);
        at += 2;
      }
      if (letter != word.charAt(i)) {
        return false;
      }
      at++;
    }
    return true;
  }

  /**
   * Objects may stand packed in a stream (ISO 32000-1, 7.5.7), where no name is to be seen. What
   * cannot be looked into is not kept: encrypted, packed twice, or otherwise than by Flate.
   */
  private static boolean actsWherePacked(byte[] content) {
    if (!names(content, 0, content.length, List.of(FILTER))) {
      // Then all of it stands in the clear.
      return false;
    }
    long left = MOST_UNPACKED;
    int object = 0;
    int i = 0;
    while (i < content.length && left >= 0) {
      int next = i + 1;
      if (content[i] == '/' && isName(content, i, content.length, PACKED)) {
        next = find(content, i, END);
        left = lookedInto(content, object, i, next, left);
      } else if (FileInspector.at(content, i, "endobj")) {
        object = i;
      }
      i = next;
    }
    return left < 0;
  }

  private static boolean names(byte[] content, int from, int to, List<String> words) {
    for (int i = from; i < to; i++) {
      int at = i;
      if (content[i] == '/' && words.stream().anyMatch(word -> isName(content, at, to, word))) {
        return true;
      }
    }
    return false;
  }

  private static int find(byte[] content, int from, String word) {
    int at = from;
    while (at < content.length && !FileInspector.at(content, at, word)) {
      at++;
    }
    return at;
  }

  /** How much may still be unpacked; less than nothing when it was too much, acts, or is hidden. */
  private static long lookedInto(byte[] content, int object, int name, int end, long most) {
    if (names(content, object, end, OTHER_FILTERS)) {
      return -1;
    }
    long left = most;
    boolean any = false;
    for (int i = name; i < end && left >= 0; i++) {
      if (FileInspector.at(content, i, "stream")) {
        any = true;
        left = unpackQuietly(content, dataAfter(content, i), left);
      }
    }
    return any ? left : -1;
  }

  private static int dataAfter(byte[] content, int keyword) {
    int begin = keyword + "stream".length();
    begin += begin < content.length && content[begin] == '\r' ? 1 : 0;
    return begin + (begin < content.length && content[begin] == '\n' ? 1 : 0);
  }

  /** How much may still be unpacked; less than nothing when it was too much, or acts. */
  private static long unpackQuietly(byte[] content, int begin, long most) {
    Inflater inflater = new Inflater();
    byte[] window = new byte[2 * BUFFER];
    int kept = 0;
    long left = most;
    try {
      inflater.setInput(content, begin, content.length - begin);
      while (!inflater.finished()) {
        int more = inflater.inflate(window, kept, BUFFER);
        left -= more;
        if (left < 0 || acts(window, kept + more)) {
          return -1;
        }
        if (more == 0) {
          return left;
        }
        // a name may stand over the edge of what was unpacked at once
        int edge = Math.min(kept + more, TAIL);
        System.arraycopy(window, kept + more - edge, window, 0, edge);
        kept = edge;
      }
      return left;
    } catch (DataFormatException hidden) {
      return -1;
    } finally {
      inflater.end();
    }
  }
}
