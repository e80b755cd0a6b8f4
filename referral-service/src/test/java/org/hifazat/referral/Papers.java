package org.hifazat.referral;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;

/** Invented files, and what is said of them. */
final class Papers {
  static final String PLACE = "34.0151N 71.5249E";

  private Papers() {}

  static byte[] pdf() {
    return pdf("");
  }

  static byte[] pdf(String more) {
    return ("%PDF-1.4\n1 0 obj << /Type /Catalog "
            + more
            + " >> endobj\n"
            + "trailer << /Root 1 0 R >>\n%%EOF\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] photoWithPlace() throws IOException {
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Random noise = new Random(7);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 400; y++) {
        image.setRGB(x, y, noise.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    byte[] jpeg = out.toByteArray();
    byte[] place = PLACE.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (place.length + 2)});
    whole.write(place);
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
