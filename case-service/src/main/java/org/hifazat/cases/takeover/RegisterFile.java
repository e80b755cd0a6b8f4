package org.hifazat.cases.takeover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values (RFC 4180, or with semicolons as spreadsheets of many countries
 * write them), read byte by byte so that one row in another encoding spoils that row alone.
 */
final class RegisterFile {
  static final List<String> COLUMNS =
      List.of(
          "source_id",
          "given_name",
          "father_name",
          "sex",
          "birth_date",
          "age_years",
          "age_basis",
          "district",
          "concerns",
          "opened_on",
          "language",
          "address",
          "safe_contact",
          "phone",
          "cnic",
          "mother_name",
          "caregiver_name",
          "caregiver_relation",
          "caregiver_phone",
          "union_council",
          "tehsil",
          "owner",
          "state",
          "risk_level",
          "risk_on",
          "consent",
          "consent_on",
          "closed_on",
          "closure_reason");
  private static final List<String> NEEDED =
      List.of("source_id", "given_name", "sex", "district", "opened_on");

  /** Besides the header. */
  static final int MOST_ROWS = 20_000;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final List<String> header;
  private final List<List<byte[]>> rows;

  private RegisterFile(List<String> header, List<List<byte[]>> rows) {
    this.header = header;
    this.rows = rows;
  }

  /** Why no row of a file can be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Unreadable(String code) {
      super(code);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * One row: column to text, without those left empty.
   *
   * @param faults what keeps the row from being read
   */
  record Row(Map<String, String> cells, List<String> faults) {}

  static RegisterFile read(byte[] file) throws Unreadable {
    if (file.length >= 2 && (file[0] & 0xFF) + (file[1] & 0xFF) == 0xFF + 0xFE) {
      throw new Unreadable("not-utf-8");
    }
    boolean marked =
        file.length >= 3 && file[0] == MARK[0] && file[1] == MARK[1] && file[2] == MARK[2];
    int from = marked ? 3 : 0;
    List<List<byte[]>> all = records(file, from, separator(file, from));
    if (all.isEmpty()) {
      throw new Unreadable("header-wrong");
    }
    List<String> header = new ArrayList<>();
    for (byte[] cell : all.getFirst()) {
      String name = text(cell);
      header.add(name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    }
    if (!COLUMNS.containsAll(header)
        || !header.containsAll(NEEDED)
        || header.stream().distinct().count() != header.size()) {
      throw new Unreadable("header-wrong");
    }
    return new RegisterFile(header, all.subList(1, all.size()));
  }

  int size() {
    return rows.size();
  }

  /**
   * @param number from 1
   */
  Row row(int number) {
    List<byte[]> cells = rows.get(number - 1);
    if (cells.size() != header.size()) {
      return new Row(Map.of(), List.of("row:columns-differ"));
    }
    Map<String, String> texts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String text = text(cells.get(i));
      if (text == null) {
        faults.add(header.get(i) + ":broken-encoding");
      } else if (text.codePoints()
              .anyMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\r')
          || text.indexOf('\uFFFD') >= 0) {
        faults.add(header.get(i) + ":broken-encoding");
      } else if (!text.isBlank()) {
        texts.put(header.get(i), text.strip());
      }
    }
    return new Row(texts, faults);
  }

  private static byte separator(byte[] file, int from) {
    for (int i = from; i < file.length && file[i] != '\n'; i++) {
      if (file[i] == ';') {
        return ';';
      }
      if (file[i] == ',') {
        return ',';
      }
    }
    return ',';
  }

  private static List<List<byte[]>> records(byte[] file, int from, byte separator)
      throws Unreadable {
    List<List<byte[]>> records = new ArrayList<>();
    List<byte[]> cells = new ArrayList<>();
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    boolean quoted = false;
    boolean any = false;
    for (int i = from; i < file.length; i++) {
      byte one = file[i];
      if (quoted) {
        if (one == '"' && i + 1 < file.length && file[i + 1] == '"') {
          cell.write('"');
          i++;
        } else if (one == '"') {
          quoted = false;
        } else {
          cell.write(one);
        }
      } else if (one == '"' && cell.size() == 0) {
        quoted = true;
        any = true;
      } else if (one == separator) {
        keep(cells, cell.toByteArray());
        cell.reset();
        any = true;
      } else if (one == '\n') {
        any |= cell.size() > 0;
        if (any) {
          keep(cells, withoutReturn(cell.toByteArray()));
          keep(records, cells);
        }
        cells = new ArrayList<>();
        cell.reset();
        any = false;
      } else if (one != '\r' || cell.size() > 0) {
        cell.write(one);
      }
    }
    if (any || cell.size() > 0) {
      keep(cells, withoutReturn(cell.toByteArray()));
      keep(records, cells);
    }
    return records;
  }

  /** Of what no row has, one is enough to say that the row is not right. */
  private static void keep(List<byte[]> cells, byte[] cell) {
    if (cells.size() <= COLUMNS.size()) {
      cells.add(cell);
    }
  }

  /** A few megabytes of commas and line ends are as many rows as fill the memory. */
  private static void keep(List<List<byte[]>> records, List<byte[]> record) throws Unreadable {
    if (records.size() > MOST_ROWS) {
      throw new Unreadable("too-many-rows");
    }
    records.add(record);
  }

  private static byte[] withoutReturn(byte[] cell) {
    int end = cell.length;
    return end > 0 && cell[end - 1] == '\r' ? Arrays.copyOf(cell, end - 1) : cell;
  }

  private static @Nullable String text(byte[] cell) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(cell))
          .toString();
    } catch (CharacterCodingException otherEncoding) {
      return null;
    }
  }
}
