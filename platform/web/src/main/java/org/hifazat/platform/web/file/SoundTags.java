package org.hifazat.platform.web.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recordings of sound without what is written beside the sound: who, where, when, with what. */
final class SoundTags {
  private static final int ID3_HEADER = 10;
  private static final int ID3_OLD = 128;
  private static final int APE_FOOTER = 32;
  private static final Set<String> SOUND = Set.of("fmt ", "fact", "data");

  private SoundTags() {}

  /** MP3: the tags before the first frame (ID3v2) and after the last (ID3v1, APE) are left out. */
  static Inspection mp3(byte[] content) {
    int from = 0;
    while (from + ID3_HEADER < content.length && FileInspector.at(content, from, "ID3")) {
      int size = 0;
      for (int i = 6; i < ID3_HEADER; i++) {
        size = size << 7 | (content[from + i] & 0x7f);
      }
      boolean footed = (content[from + 5] & 0x10) != 0;
      from += ID3_HEADER + size + (footed ? ID3_HEADER : 0);
    }
    // Filling between tag and sound.
    while (from >= 0 && from < content.length && content[from] == 0) {
      from++;
    }
    if (from < 0 || from >= content.length) {
      return Inspection.lies();
    }
    byte[] sound = Arrays.copyOfRange(content, from, end(content, from));
    return FileInspector.isMp3Frame(sound) ? new Inspection.Sound(sound) : Inspection.lies();
  }

  private static int end(byte[] content, int from) {
    int end = content.length;
    boolean more = true;
    while (more) {
      more = false;
      if (end - from > ID3_OLD && FileInspector.at(content, end - ID3_OLD, "TAG")) {
        end -= ID3_OLD;
        more = true;
      }
      int footer = end - APE_FOOTER;
      if (footer > from && FileInspector.at(content, footer, "APETAGEX")) {
        ByteBuffer tag = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean headed = (tag.getInt(footer + 20) & 0x8000_0000) != 0;
        long size = (tag.getInt(footer + 12) & 0xffff_ffffL) + (headed ? APE_FOOTER : 0);
        if (size >= APE_FOOTER && end - size > from) {
          end -= (int) size;
          more = true;
        }
      }
    }
    return end;
  }

  /** WAV: only the chunks that hold the sound and say how it is to be played. */
  static Inspection wav(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
    boolean sound = false;
    int at = 12;
    while (at + 8 <= content.length) {
      String type = new String(content, at, 4, StandardCharsets.ISO_8859_1);
      long size = bytes.getInt(at + 4) & 0xffff_ffffL;
      // A recorder that was stopped may not have written how much there is.
      int end = (int) Math.min(at + 8 + size, content.length);
      if (SOUND.contains(type)) {
        kept.writeBytes(chunk(type, Arrays.copyOfRange(content, at + 8, end)));
        sound |= type.equals("data");
      }
      at = end + (end - at) % 2;
    }
    if (!sound) {
      return Inspection.lies();
    }
    byte[] body = kept.toByteArray();
    ByteBuffer whole = ByteBuffer.allocate(12 + body.length).order(ByteOrder.LITTLE_ENDIAN);
    whole.put(ascii("RIFF")).putInt(4 + body.length).put(ascii("WAVE")).put(body);
    return new Inspection.Sound(whole.array());
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk =
        ByteBuffer.allocate(8 + data.length + data.length % 2).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(ascii(type)).putInt(data.length).put(data).array();
  }

  /**
   * Ogg: the second packet of every stream holds the comments (RFC 7845 §5.2, Vorbis I §5). It
   * keeps its length, so that no page moves; its pages are summed anew.
   */
  static Inspection ogg(byte[] content) {
    byte[] clean = content.clone();
    Map<Integer, OggStream> streams = new HashMap<>();
    List<int[]> pages = new ArrayList<>();
    int at = 0;
    while (at < clean.length) {
      if (at + 27 > clean.length || !FileInspector.at(clean, at, "OggS")) {
        return Inspection.lies();
      }
      int segments = clean[at + 26] & 0xff;
      int body = at + 27 + segments;
      int end = body;
      for (int i = 0; i < segments && at + 27 + i < clean.length; i++) {
        end += clean[at + 27 + i] & 0xff;
      }
      if (end > clean.length) {
        return Inspection.lies();
      }
      int serial = ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 14);
      if ((clean[at + 5] & 2) != 0) {
        streams.put(serial, new OggStream());
      }
      OggStream stream = streams.get(serial);
      if (stream == null || !stream.page(clean, at)) {
        return Inspection.lies();
      }
      pages.add(new int[] {at, end});
      at = end;
    }
    for (int[] page : pages) {
      OggStream.sum(clean, page[0], page[1]);
    }
    return streams.values().stream().allMatch(OggStream::isClean)
        ? new Inspection.Sound(clean)
        : Inspection.lies();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
