package org.hifazat.cases.takeover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hifazat.cases.child.Age;
import org.hifazat.platform.web.Years;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and notes what is wrong. */
record RowReader(Map<String, String> cells, List<String> faults) {
  private static final Predicate<String> BASIS =
      Pattern.compile("stated|document|appearance|assessment").asMatchPredicate();

  String needed(String column, int most) {
    return needed(column, most, any -> true);
  }

  String needed(String column, int most, Predicate<String> form) {
    String text = text(column, most);
    if (text == null) {
      if (!cells.containsKey(column)) {
        faults.add(column + ":missing");
      }
      return "";
    }
    if (!form.test(text)) {
      faults.add(column + ":code-unknown");
    }
    return text;
  }

  @Nullable String text(String column, int most) {
    String text = cells.get(column);
    if (text != null && text.length() > most) {
      faults.add(column + ":too-long");
      return null;
    }
    return text;
  }

  @Nullable String matching(String column, Predicate<String> form) {
    return matching(column, form, "wrong-form");
  }

  /** One of the codes that this platform itself defines. */
  @Nullable String code(String column, Predicate<String> codes) {
    return matching(column, codes, "code-unknown");
  }

  private @Nullable String matching(String column, Predicate<String> form, String fault) {
    String text = cells.get(column);
    if (text != null && !form.test(text)) {
      faults.add(column + ":" + fault);
      return null;
    }
    return text;
  }

  @Nullable UUID id(String column) {
    String text = cells.get(column);
    if (text == null) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException otherForm) {
      faults.add(column + ":wrong-form");
      return null;
    }
  }

  @Nullable LocalDate day(String column, boolean needed) {
    String text = cells.get(column);
    if (text == null) {
      if (needed) {
        faults.add(column + ":missing");
      }
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (Years.hold(day)) {
        return day;
      }
    } catch (DateTimeException otherForm) {
      // said below
    }
    faults.add(column + ":not-a-day");
    return null;
  }

  /** A day in a time in which it can be. */
  @Nullable LocalDate day(String column, boolean needed, LocalDate first, LocalDate last) {
    LocalDate day = day(column, needed);
    if (day != null && (day.isAfter(last) || day.isBefore(first))) {
      faults.add(column + ":out-of-range");
      return null;
    }
    return day;
  }

  /** What stands there although nothing in the row asks for it is a slip, and not passed over. */
  void nothingIn(String column) {
    if (cells.containsKey(column)) {
      faults.add(column + ":not-with-this-row");
    }
  }

  @Nullable Age age(LocalDate today) {
    LocalDate born = day("birth_date", false);
    if (born != null) {
      if (born.isAfter(today)) {
        faults.add("birth_date:out-of-range");
        return null;
      }
      return Age.known(born);
    }
    String years = cells.get("age_years");
    if (years == null) {
      if (!cells.containsKey("birth_date")) {
        faults.add("birth_date:missing");
      }
      return null;
    }
    String basis = cells.getOrDefault("age_basis", "stated");
    if (!BASIS.test(basis)) {
      faults.add("age_basis:code-unknown");
      return null;
    }
    if (!years.matches("\\d{1,2}")) {
      faults.add("age_years:out-of-range");
      return null;
    }
    return Age.estimated(Integer.parseInt(years), basis, today);
  }

  List<String> codes(String column) {
    String text = cells.get(column);
    return text == null ? List.of() : List.of(text.split("[\\s|]+", -1));
  }
}
