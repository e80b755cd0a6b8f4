package org.hifazat.platform.web.file;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as the Exif tag 0x0112 of a JPEG says it. */
enum Orientation {
  UPRIGHT(1, 0, 0, 1),
  MIRRORED(-1, 0, 0, 1),
  UPSIDE_DOWN(-1, 0, 0, -1),
  FLIPPED(1, 0, 0, -1),
  TRANSPOSED(0, 1, 1, 0),
  TURNED_LEFT(0, 1, -1, 0),
  TRANSVERSED(0, -1, -1, 0),
  TURNED_RIGHT(0, -1, 1, 0);

  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  private final int m00;
  private final int m10;
  private final int m01;
  private final int m11;

  Orientation(int m00, int m10, int m01, int m11) {
    this.m00 = m00;
    this.m10 = m10;
    this.m01 = m01;
    this.m11 = m11;
  }

  /** Width and height change places. */
  boolean isLying() {
    return m00 == 0;
  }

  AffineTransform transform(int width, int height) {
    return new AffineTransform(
        m00,
        m10,
        m01,
        m11,
        m00 < 0 ? width : m01 < 0 ? height : 0,
        m11 < 0 ? height : m10 < 0 ? width : 0);
  }

  /** Upright when nothing readable says otherwise. */
  static Orientation of(byte[] jpeg) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(jpeg).position(2);
      while (bytes.remaining() > 4 && (bytes.get() & 0xff) == 0xff) {
        int marker = bytes.get() & 0xff;
        int length = bytes.getShort() & 0xffff;
        if (marker == START_OF_SCAN || length < 2) {
          break;
        }
        ByteBuffer segment = bytes.slice(bytes.position(), length - 2);
        if (marker == APP1 && FileInspector.at(jpeg, bytes.position(), "Exif\u0000\u0000")) {
          return read(segment.slice(6, segment.remaining() - 6));
        }
        bytes.position(bytes.position() + length - 2);
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cut) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }

  private static Orientation read(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
