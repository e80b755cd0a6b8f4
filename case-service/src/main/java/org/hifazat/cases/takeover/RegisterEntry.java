package org.hifazat.cases.takeover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.matching.ChildMarker;
import org.jspecify.annotations.Nullable;

/**
 * A row as the register needs it.
 *
 * @param sourceId the earlier register's own number
 * @param concerns codes, parted by spaces in the file
 */
record RegisterEntry(
    String sourceId,
    ChildParticulars child,
    String district,
    List<String> concerns,
    LocalDate openedOn,
    @Nullable String phone,
    @Nullable String cnic) {
  private static final Predicate<String> SEX = Pattern.compile("female|male|x").asMatchPredicate();
  private static final Predicate<String> BASIS =
      Pattern.compile("stated|document|appearance|assessment").asMatchPredicate();
  private static final Predicate<String> PHONE =
      Pattern.compile("[0-9+() -]{5,25}").asMatchPredicate();
  private static final Predicate<String> CNIC =
      Pattern.compile("\\d{5}-?\\d{7}-?\\d").asMatchPredicate();
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);

  /** What a row says, or what is wrong with it; both when asked by columns of their own. */
  record Read(@Nullable RegisterEntry entry, List<String> faults) {}

  /** As the matcher compares children. */
  ChildMarker.Particulars asChild() {
    return new ChildMarker.Particulars(
        child.givenName(),
        child.fatherName(),
        child.knownAs(),
        child.sex(),
        child.age().birthDate(),
        child.age().birthYear(),
        child.age().basis(),
        district);
  }

  /** Reads what can be judged without the register: forms, lengths, days and ages. */
  static Read of(RegisterFile.Row row, LocalDate today) {
    List<String> faults = new ArrayList<>(row.faults());
    Reader reader = new Reader(row.cells(), faults);
    if (!faults.isEmpty()) {
      return new Read(null, faults);
    }
    String source = reader.needed("source_id", 100);
    String given = reader.needed("given_name", 200);
    String father = reader.text("father_name", 200);
    String sex = reader.needed("sex", 10, SEX);
    String district = reader.needed("district", 64);
    String phone = reader.matching("phone", PHONE);
    String cnic = reader.matching("cnic", CNIC);
    String language = reader.text("language", 20);
    String address = reader.text("address", 1_000);
    String contact = reader.text("safe_contact", 500);
    LocalDate opened = reader.day("opened_on", true);
    if (opened != null && (opened.isAfter(today) || opened.isBefore(EARLIEST))) {
      faults.add("opened_on:out-of-range");
    }
    Age age = reader.age(today);
    List<String> concerns = reader.codes("concerns");
    if (!faults.isEmpty() || age == null || opened == null) {
      return new Read(null, faults);
    }
    String script = ARABIC.matcher(given).find() ? "arab" : "latn";
    return new Read(
        new RegisterEntry(
            source,
            new ChildParticulars(given, father, null, script, sex, age, language, address, contact),
            district,
            concerns,
            opened,
            phone,
            cnic),
        faults);
  }

  /** Reads the cells of one row and notes what is wrong. */
  private record Reader(Map<String, String> cells, List<String> faults) {
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
      String text = cells.get(column);
      if (text != null && !form.test(text)) {
        faults.add(column + ":wrong-form");
      }
      return text;
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
        return LocalDate.parse(text);
      } catch (DateTimeException otherForm) {
        faults.add(column + ":not-a-day");
        return null;
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
}
