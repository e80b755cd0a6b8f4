package org.hifazat.platform.web.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A text document: packed anew, without macros or what would fetch some, its pictures drawn anew.
 */
final class OfficeFile {
  private static final int MOST_ENTRIES = 2000;
  private static final long MOST_UNPACKED = 100L << 20;
  private static final int MOST_IN_MEMORY = 32 << 20;
  private static final String TYPES = "[Content_Types].xml";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private OfficeFile() {}

  static Inspection clean(byte[] content) {
    if (!FileInspector.endsAsZip(content)) {
      return Inspection.lies();
    }
    Unpacking unpacking = new Unpacking();
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Inspection refused = unpacking.pass(entry, in, packed);
        if (refused != null) {
          return refused;
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      return Inspection.lies();
    }
    return unpacking.isTextDocument() ? new Inspection.Sound(out.toByteArray()) : Inspection.lies();
  }

  /** One document being unpacked and packed. */
  private static final class Unpacking {
    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private boolean main;

    boolean isTextDocument() {
      return main && names.contains("word/document.xml");
    }

    @Nullable Inspection pass(ZipEntry entry, ZipInputStream in, ZipOutputStream packed)
        throws IOException {
      String name = entry.getName();
      if (!names.add(name) || names.size() > MOST_ENTRIES || acts(name)) {
        return Inspection.unsafe();
      }
      byte[] part = in.readNBytes((int) Math.min(MOST_IN_MEMORY, MOST_UNPACKED - unpacked) + 1);
      unpacked += part.length;
      if (part.length > MOST_IN_MEMORY || unpacked > MOST_UNPACKED) {
        return Inspection.unsafe();
      }
      if (name.equals(TYPES)) {
        String types = new String(part, StandardCharsets.UTF_8);
        main = types.contains(MAIN) && !types.contains("macroEnabled");
      }
      if (OfficeLinks.areIn(name) && OfficeLinks.act(part)) {
        return Inspection.unsafe();
      }
      Inspection cleaned = cleaned(name, part);
      if (cleaned instanceof Inspection.Sound(byte[] sound)) {
        packed.putNextEntry(new ZipEntry(name));
        packed.write(sound);
        packed.closeEntry();
        return null;
      }
      return cleaned;
    }

    private static Inspection cleaned(String name, byte[] part) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) {
        return Picture.clean(FileKind.JPEG, part);
      }
      return lower.endsWith(".png")
          ? Picture.clean(FileKind.PNG, part)
          : new Inspection.Sound(part);
    }

    private static boolean acts(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.startsWith("/")
          || lower.contains("..")
          || lower.contains("vbaproject")
          || lower.contains("activex")
          || lower.contains("embeddings/");
    }
  }
}
