package org.hifazat.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Invented files, honest and not. */
public final class Files {
  static final String PLACE = "34.0151N 71.5249E";

  private Files() {}

  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : Color.BLUE.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, format, out);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return out.toByteArray();
  }

  /** A photo as a phone takes it: turned, and telling where it was taken. */
  static byte[] photoWithPlace(int width, int height) {
    byte[] jpeg = picture("jpeg", width, height);
    byte[] place = PLACE.getBytes(ISO_8859_1);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + place.length);
    tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 3);
    tiff.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) 6)
        .putShort((short) 0);
    tiff.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(50);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(50);
    tiff.putInt(0).put(place);
    byte[] exif = join("Exif\0\0".getBytes(ISO_8859_1), tiff.array());
    ByteBuffer segment = ByteBuffer.allocate(4 + exif.length);
    segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (exif.length + 2)).put(exif);
    return join(new byte[] {jpeg[0], jpeg[1]}, segment.array(), after(jpeg, 2));
  }

  /** Says that it unpacks to 900 million points. */
  static byte[] bomb() {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(30_000).putInt(30_000).put(new byte[] {8, 2, 0, 0, 0});
    return join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        chunk("IHDR", header.array()),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 0x63, 0, 0}),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] typed = join(type.getBytes(ISO_8859_1), data);
    CRC32 sum = new CRC32();
    sum.update(typed);
    return ByteBuffer.allocate(8 + typed.length)
        .putInt(data.length)
        .put(typed)
        .putInt((int) sum.getValue())
        .array();
  }

  static byte[] pdf(String words) {
    return ("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n% "
            + words
            + "\ntrailer << /Root 1 0 R >>\n%%EOF\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] docx(Map<String, byte[]> more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          ("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument"
                  + ".wordprocessingml.document.main+xml\"/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      put(zip, "word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : more.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** A recording whose index says where it was made. */
  static byte[] recording(String brand) {
    byte[] place = box("udta", box("\u00a9xyz", PLACE.getBytes(ISO_8859_1)));
    return join(
        box("ftyp", (brand + "\0\0\0\0").getBytes(ISO_8859_1)),
        box("moov", join(box("mvhd", new byte[20]), place)),
        box("mdat", new byte[40]));
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] after(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
  }

  static boolean holds(byte[] content, String words) {
    return new String(content, ISO_8859_1).contains(words);
  }
}
