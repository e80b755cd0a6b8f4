package org.hifazat.platform.web.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Blanks what photos inside a paper tell of place, time and camera, and what the paper tells of who
 * made it with what: in place, so that nothing else of the paper moves. A picture that is packed
 * once more is not looked into.
 */
final class PictureTags {
  private static final int APP1 = 0xe1;
  private static final int APP13 = 0xed;
  private static final int COMMENT = 0xfe;
  private static final int START_OF_SCAN = 0xda;
  private static final String PACKET = "<x:xmpmeta";
  private static final String PACKET_END = "</x:xmpmeta>";

  private PictureTags() {}

  /** A paper that is signed as it is stays as it is: blanking would break what makes it proof. */
  static byte[] blank(byte[] paper) {
    if (holds(paper, "/ByteRange")) {
      return paper;
    }
    byte[] clean = paper.clone();
    for (int i = 0; i + 4 < clean.length; i++) {
      if (clean[i] == (byte) 0xff && clean[i + 1] == (byte) 0xd8 && clean[i + 2] == (byte) 0xff) {
        photo(clean, i + 2);
      } else if (clean[i] == '<' && FileInspector.at(clean, i, PACKET)) {
        packet(clean, i);
      }
    }
    return clean;
  }

  /** From marker to marker, as far as they follow each other; what is no picture has none. */
  private static void photo(byte[] bytes, int from) {
    int at = from;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xff) {
      int marker = bytes[at + 1] & 0xff;
      int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
      int end = at + 2 + length;
      if (marker < 0xc0 || length < 2 || end > bytes.length || marker == START_OF_SCAN) {
        return;
      }
      if (marker == APP1 || marker == APP13 || marker == COMMENT) {
        Arrays.fill(bytes, at + 4, end, (byte) 0);
      }
      at = end;
    }
  }

  private static void packet(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '<' && FileInspector.at(bytes, i, PACKET_END)) {
        Arrays.fill(bytes, from, i + PACKET_END.length(), (byte) ' ');
        return;
      }
    }
  }

  private static boolean holds(byte[] bytes, String word) {
    byte first = word.getBytes(StandardCharsets.ISO_8859_1)[0];
    for (int i = 0; i <= bytes.length - word.length(); i++) {
      if (bytes[i] == first && FileInspector.at(bytes, i, word)) {
        return true;
      }
    }
    return false;
  }
}
