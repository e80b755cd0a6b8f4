package org.hifazat.platform.web.file;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture anew, so that nothing but what is seen remains: no place, no time, no camera. All
 * in memory, since nothing of a child is put on a disk in clear.
 */
final class Picture {
  /** More than any phone makes; what unpacks to more is an attack. */
  static final long MOST_PIXELS = 64_000_000;

  /** What is decoded at once; a larger picture is read with every second pixel, or third. */
  private static final double DECODED_JPEG = 12_500_000;

  private static final double DECODED_PNG = 8_000_000;
  private static final float QUALITY = 0.88f;

  private Picture() {}

  static Inspection clean(FileKind kind, byte[] content) {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        return new Inspection.Refused(Inspection.Fault.PICTURE_TOO_LARGE);
      }
      double most = kind == FileKind.JPEG ? DECODED_JPEG : DECODED_PNG;
      int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / most)));
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, how);
      if (kind == FileKind.JPEG) {
        image = upright(image, Orientation.of(content));
      }
      return new Inspection.Sound(write(kind, image));
    } catch (IOException | RuntimeException broken) {
      // Whatever the decoder stumbles over: it is not such a picture.
      return Inspection.lies();
    } finally {
      reader.dispose();
    }
  }

  private static byte[] write(FileKind kind, BufferedImage image) throws IOException {
    ImageWriter writer =
        ImageIO.getImageWritersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), quality(kind, writer));
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static @Nullable ImageWriteParam quality(FileKind kind, ImageWriter writer) {
    if (kind != FileKind.JPEG) {
      return null;
    }
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(QUALITY);
    return how;
  }

  /** The turn that the camera had written beside the picture is made in the picture itself. */
  private static BufferedImage upright(BufferedImage image, Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = orientation.isLying();
    boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage turned =
        new BufferedImage(
            lying ? height : width,
            lying ? width : height,
            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    AffineTransform turn = orientation.transform(width, height);
    Graphics2D canvas = turned.createGraphics();
    canvas.drawImage(image, turn, null);
    canvas.dispose();
    return turned;
  }
}
