package org.hifazat.platform.web.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One stream of an Ogg file on its way through its first two packets. */
final class OggStream {
  private static final int[] SUMS = sums();

  /** How the packet with the comments begins and ends, by what the first packet begins with. */
  private enum Codec {
    OPUS("OpusHead", "OpusTags", false),
    VORBIS("\u0001vorbis", "\u0003vorbis", true),
    SPEEX("Speex   ", "", false);

    private final String head;
    private final String comments;
    private final boolean framed;

    Codec(String head, String comments, boolean framed) {
      this.head = head;
      this.comments = comments;
      this.framed = framed;
    }
  }

  private int packet;
  private boolean clean;
  private Codec codec = Codec.OPUS;

  /** Where the bytes of the packet stand, page by page. */
  private final List<int[]> places = new ArrayList<>();

  /** False when the stream is none that is known. */
  boolean page(byte[] bytes, int at) {
    int segments = bytes[at + 26] & 0xff;
    int from = at + 27 + segments;
    for (int i = 0; i < segments && !clean; i++) {
      int size = bytes[at + 27 + i] & 0xff;
      places.add(new int[] {from, from + size});
      from += size;
      // A segment that is not full ends its packet.
      if (size < 255) {
        if (!ended(bytes)) {
          return false;
        }
        packet++;
        places.clear();
      }
    }
    return true;
  }

  boolean isClean() {
    return clean;
  }

  private boolean ended(byte[] bytes) {
    if (packet == 0) {
      for (Codec one : Codec.values()) {
        if (FileInspector.at(bytes, places.getFirst()[0], one.head)) {
          codec = one;
          return true;
        }
      }
      return false;
    }
    clean = blank(bytes);
    return clean;
  }

  /** The vendor's name fills the packet with spaces, and no comment follows. */
  private boolean blank(byte[] bytes) {
    int size = places.stream().mapToInt(place -> place[1] - place[0]).sum();
    int fixed = codec.comments.length() + 8 + (codec.framed ? 1 : 0);
    if (size < fixed || !FileInspector.at(bytes, places.getFirst()[0], codec.comments)) {
      return false;
    }
    byte[] blank = new byte[size];
    Arrays.fill(blank, (byte) ' ');
    byte[] begin = codec.comments.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(begin, 0, blank, 0, begin.length);
    int vendor = size - fixed;
    for (int i = 0; i < 4; i++) {
      blank[begin.length + i] = (byte) (vendor >>> 8 * i);
    }
    Arrays.fill(blank, begin.length + 4 + vendor, size, (byte) 0);
    if (codec.framed) {
      blank[size - 1] = 1;
    }
    int done = 0;
    for (int[] place : places) {
      System.arraycopy(blank, done, bytes, place[0], place[1] - place[0]);
      done += place[1] - place[0];
    }
    return true;
  }

  /** The sum that a page carries over itself (RFC 3533 §6). */
  static void sum(byte[] bytes, int from, int to) {
    Arrays.fill(bytes, from + 22, from + 26, (byte) 0);
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum = sum << 8 ^ SUMS[(sum >>> 24 ^ bytes[i]) & 0xff];
    }
    for (int i = 0; i < 4; i++) {
      bytes[from + 22 + i] = (byte) (sum >>> 8 * i);
    }
  }

  private static int[] sums() {
    int[] sums = new int[256];
    for (int i = 0; i < sums.length; i++) {
      int sum = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? sum << 1 ^ 0x04c1_1db7 : sum << 1;
      }
      sums[i] = sum;
    }
    return sums;
  }
}
