package org.hifazat.cases.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of what is submitted for approval.
 *
 * @param field kebab-case name of the line; its words are the application's
 * @param type text, code, time, day or number: how the value is to be read
 * @param value the words, the code, an ISO 8601 instant or day
 * @param codeList the list a code is of; null for other types and for codes the application words
 *     itself
 */
public record Fact(String field, String type, String value, @Nullable String codeList) {

  /** Words somebody wrote. */
  public static Fact text(String field, String words) {
    return new Fact(field, "text", words, null);
  }

  /** A code of a list. */
  public static Fact code(String field, String list, String code) {
    return new Fact(field, "code", code, list);
  }

  /** A code the application itself has words for. */
  public static Fact code(String field, String code) {
    return new Fact(field, "code", code, null);
  }

  public static Fact time(String field, Instant at) {
    return new Fact(field, "time", at.toString(), null);
  }

  public static Fact day(String field, LocalDate day) {
    return new Fact(field, "day", day.toString(), null);
  }

  public static Fact number(String field, long number) {
    return new Fact(field, "number", Long.toString(number), null);
  }
}
