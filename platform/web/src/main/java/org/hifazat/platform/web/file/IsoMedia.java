package org.hifazat.platform.web.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Recordings as phones make them (ISO base media file format). The boxes that hold where and with
 * what it was recorded are emptied in place, so that nothing else moves.
 */
final class IsoMedia {
  private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");
  private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
  private static final Set<String> WITHIN = Set.of("moov", "trak", "mdia");
  private static final Set<String> MP4 =
      Set.of(
          "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "dash");
  private static final int HEADER = 8;

  private IsoMedia() {}

  static Inspection clean(FileKind said, byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content.clone());
    if (!fits(said, type(bytes, HEADER - 4, 4)) || !empty(bytes, 0, content.length, 0)) {
      return Inspection.lies();
    }
    return new Inspection.Sound(bytes.array());
  }

  private static boolean fits(FileKind said, String brand) {
    boolean mp4 = MP4.contains(brand);
    boolean threeGp = brand.startsWith("3gp") || brand.startsWith("3g2");
    return switch (said) {
      case MP4_VIDEO -> mp4 || threeGp;
      case MP4_AUDIO -> mp4 || threeGp || brand.equals("M4A ");
      case THREE_GP -> mp4 || threeGp;
      case QUICKTIME -> brand.equals("qt  ");
      case PDF, JPEG, PNG, DOCX, AMR, OGG, MP3, WAV -> false;
    };
  }

  /**
   * False when the boxes do not fill the file exactly, or the index of the recording is missing.
   */
  private static boolean empty(ByteBuffer bytes, int from, int to, int depth) {
    boolean index = depth > 0;
    int at = from;
    while (at + HEADER <= to) {
      long size = bytes.getInt(at) & 0xffffffffL;
      String type = type(bytes, at, 4);
      int header = HEADER;
      if (size == 1 && at + 16 <= to) {
        size = bytes.getLong(at + HEADER);
        header = 16;
      } else if (size == 0 && depth == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        return false;
      }
      int end = at + (int) size;
      if (TIMED.contains(type)) {
        forgetTimes(bytes, at + header, end);
      } else if (TELLING.contains(type)) {
        bytes.put(at + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        Arrays.fill(bytes.array(), at + header, end, (byte) 0);
      } else if (WITHIN.contains(type) && !empty(bytes, at + header, end, depth + 1)) {
        return false;
      }
      index |= type.equals("moov");
      at = end;
    }
    return index && at == to;
  }

  /**
   * When it was made and changed stands after the version and the flags, in four bytes or eight.
   */
  private static void forgetTimes(ByteBuffer bytes, int from, int end) {
    int times = from < end && bytes.get(from) == 1 ? 16 : 8;
    if (from + 4 + times <= end) {
      Arrays.fill(bytes.array(), from + 4, from + 4 + times, (byte) 0);
    }
  }

  private static String type(ByteBuffer bytes, int at, int skip) {
    return at + skip + 4 <= bytes.capacity()
        ? new String(bytes.array(), at + skip, 4, StandardCharsets.ISO_8859_1)
        : "";
  }
}
