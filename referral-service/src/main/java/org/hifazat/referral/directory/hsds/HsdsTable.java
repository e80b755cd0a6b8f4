package org.hifazat.referral.directory.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One file of a tabular package: comma-separated with a head (RFC 4180), of which every line stays
 * known.
 *
 * @param file as it is called in the package
 */
record HsdsTable(String file, List<Row> rows) {
  private static final char QUOTE = '"';

  /** More than any object of the specification has. */
  private static final int MOST_CELLS = 200;

  /** One record, at the line of the file it begins on. */
  record Row(String file, int line, Map<String, String> cells) {

    /** Empty where the cell is. */
    Optional<String> find(String column) {
      return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank());
    }

    Violation fault(String column, String code) {
      return new Violation("/" + file + "/" + line + "/" + column, code);
    }
  }

  /**
   * @param most lines that are read; a file with more is refused before they fill the memory
   * @param faults what cannot be read is added here, by line
   */
  static HsdsTable read(String file, String text, int most, List<Violation> faults) {
    List<Row> rows = new ArrayList<>();
    List<String> head = null;
    Reader reader = new Reader(text.startsWith("\uFEFF") ? text.substring(1) : text);
    int lines = 0;
    for (Line line = reader.next(); line != null; line = reader.next()) {
      if (++lines > most) {
        faults.add(new Violation("/" + file, "too-many"));
        break;
      }
      if (line.unclosed()) {
        faults.add(new Violation("/" + file + "/" + line.number(), "quote-not-closed"));
      } else if (head == null) {
        head = line.cells().stream().map(String::strip).toList();
      } else if (line.cells().size() != head.size()) {
        faults.add(new Violation("/" + file + "/" + line.number(), "columns"));
      } else {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
          cells.put(head.get(i), line.cells().get(i).strip());
        }
        rows.add(new Row(file, line.number(), cells));
      }
    }
    return new HsdsTable(file, rows);
  }

  private record Line(int number, List<String> cells, boolean unclosed) {}

  private static final class Reader {
    private final String text;
    private int at;
    private int line = 1;

    Reader(String text) {
      this.text = text;
    }

    /** Null at the end; lines without anything are none. */
    @Nullable Line next() {
      while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
        newLine();
      }
      if (at >= text.length()) {
        return null;
      }
      int begun = line;
      List<String> cells = new ArrayList<>();
      boolean unclosed = false;
      boolean more = true;
      while (more) {
        StringBuilder cell = new StringBuilder();
        unclosed = at < text.length() && text.charAt(at) == QUOTE && !quoted(cell);
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          cell.append(text.charAt(at++));
        }
        cells.add(cell.toString());
        more = at < text.length() && text.charAt(at) == ',';
        at += more ? 1 : 0;
        if (more && cells.size() > MOST_CELLS) {
          while (at < text.length() && text.charAt(at) != '\n') {
            at++;
          }
          more = false;
        }
      }
      return new Line(begun, cells, unclosed);
    }

    /** False when it has no end. */
    private boolean quoted(StringBuilder cell) {
      at++;
      while (at < text.length()) {
        char one = text.charAt(at);
        if (one != QUOTE) {
          cell.append(one);
          newLine();
        } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
          cell.append(QUOTE);
          at += 2;
        } else {
          at++;
          return true;
        }
      }
      return false;
    }

    private void newLine() {
      if (text.charAt(at++) == '\n') {
        line++;
      }
    }
  }
}
