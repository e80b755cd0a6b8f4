package org.hifazat.referral.directory.hsds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hifazat.platform.web.Violation;

/**
 * The tables of a tabular package of Open Referral (HSDS 3), which comes as a zip of one file for
 * each object, by its name in singular or plural.
 */
final class HsdsPackage {
  private static final int MOST_FILES = 60;

  /** Inflated: what is much larger than it looks is refused before it fills the memory. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** Of all files together: a line takes a hundred times its bytes. */
  private static final int MOST_LINES = 20_000;

  private static final String CSV = ".csv";

  private final Map<String, HsdsTable> tables = new HashMap<>();
  private int lines;

  private HsdsPackage() {}

  /**
   * @param faults what cannot be read is added here
   */
  static HsdsPackage read(byte[] zip, List<Violation> faults) {
    HsdsPackage tables = new HsdsPackage();
    int left = MOST_BYTES;
    int files = 0;
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        byte[] content = entries.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || ++files > MOST_FILES) {
          faults.add(new Violation("", "too-large"));
          return tables;
        }
        String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (file.endsWith(CSV)) {
          tables.take(file, content, faults);
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      faults.add(new Violation("", "not-a-zip"));
    }
    if (tables.tables.isEmpty() && faults.isEmpty()) {
      faults.add(new Violation("", "no-tables"));
    }
    return tables;
  }

  private void take(String file, byte[] content, List<Violation> faults) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      HsdsTable table = HsdsTable.read(file, text, MOST_LINES - lines, faults);
      lines += table.rows().size();
      if (tables.putIfAbsent(singular(file), table) != null) {
        faults.add(new Violation("/" + file, "twice"));
      }
    } catch (CharacterCodingException other) {
      faults.add(new Violation("/" + file, "not-utf-8"));
    }
  }

  /** As the specification calls the object: service for service.csv and services.csv. */
  private static String singular(String file) {
    String name = file.substring(0, file.length() - CSV.length());
    return switch (name) {
      case "accessibility" -> name;
      case "addresses" -> "address";
      case "service_capacities" -> "service_capacity";
      default ->
          name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
    };
  }

  /** Those of an object; none when the package has no such file. */
  List<HsdsTable.Row> rows(String object) {
    HsdsTable table = tables.get(object);
    return table == null ? List.of() : table.rows();
  }
}
