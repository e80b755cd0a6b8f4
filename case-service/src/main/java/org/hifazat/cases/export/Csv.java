package org.hifazat.cases.export;

import java.util.List;

/**
 * Lines of comma-separated values that a spreadsheet opens as text. What begins like a formula is
 * marked by an apostrophe, as OWASP advises against CSV injection.
 */
public final class Csv {
  /** Without it spreadsheets read Urdu as something else. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private Csv() {}

  public static String line(List<String> cells) {
    return String.join(",", cells.stream().map(Csv::cell).toList()) + "\r\n";
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
