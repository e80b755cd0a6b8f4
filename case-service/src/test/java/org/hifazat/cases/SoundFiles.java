package org.hifazat.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hifazat.cases.Files.PLACE;
import static org.hifazat.cases.Files.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Recordings and papers that tell where they were made, as devices write them. */
final class SoundFiles {
  /** Stands for the sound, which is to stay. */
  static final String SOUND = "soundsoundsound";

  private SoundFiles() {}

  static byte[] mp3() {
    byte[] frame = join(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0}, bytes(SOUND));
    byte[] old = new byte[128];
    System.arraycopy(bytes("TAG" + PLACE), 0, old, 0, 3 + PLACE.length());
    return join(
        bytes("ID3\3\0\0"), new byte[] {0, 0, 0, (byte) PLACE.length()}, bytes(PLACE), frame, old);
  }

  static byte[] wav() {
    byte[] body =
        join(
            bytes("WAVE"),
            chunk("fmt ", new byte[16]),
            chunk("LIST", bytes("INFO" + PLACE)),
            chunk("data", bytes(SOUND)));
    return join(bytes("RIFF"), little(body.length), body);
  }

  private static byte[] chunk(String type, byte[] data) {
    return join(bytes(type), little(data.length), data, new byte[data.length % 2]);
  }

  static byte[] opus() {
    byte[] comment = bytes("LOCATION=" + PLACE);
    byte[] tags =
        join(
            bytes("OpusTags"),
            little(4),
            bytes("test"),
            little(1),
            little(comment.length),
            comment);
    return join(
        page(2, 0, join(bytes("OpusHead"), new byte[11])),
        page(0, 1, tags),
        page(4, 2, bytes(SOUND)));
  }

  private static byte[] page(int flags, int number, byte[] packet) {
    return join(
        bytes("OggS"),
        new byte[] {0, (byte) flags},
        new byte[8],
        little(7),
        little(number),
        new byte[4],
        new byte[] {1, (byte) packet.length},
        packet);
  }

  /** A paper with a photo in it, and a packet that says who made it where. */
  static byte[] pdf() {
    return join(
        bytes("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n"),
        bytes("2 0 obj << /Type /Metadata >> stream\n<x:xmpmeta>" + PLACE + "</x:xmpmeta>\n"),
        bytes("endstream endobj\n3 0 obj << /Subtype /Image /Filter /DCTDecode >> stream\n"),
        Files.photoWithPlace(60, 40),
        bytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"));
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
