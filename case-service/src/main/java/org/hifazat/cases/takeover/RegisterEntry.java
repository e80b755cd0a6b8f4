package org.hifazat.cases.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.matching.ChildMarker;
import org.jspecify.annotations.Nullable;

/**
 * A row as the register needs it.
 *
 * @param sourceId the earlier register's own number
 * @param concerns codes, parted by spaces in the file
 * @param owner staff id of who is to have the case; null for whoever takes the file over
 */
record RegisterEntry(
    String sourceId,
    ChildParticulars child,
    String district,
    List<String> concerns,
    LocalDate openedOn,
    @Nullable String phone,
    @Nullable String cnic,
    @Nullable UUID owner,
    Around around,
    History history) {
  private static final Predicate<String> SEX = Pattern.compile("female|male|x").asMatchPredicate();
  private static final Predicate<String> STATE =
      Pattern.compile("identified|assessed|planned|in-implementation|under-review|closed")
          .asMatchPredicate();
  private static final Predicate<String> RISK =
      Pattern.compile("high|medium|low|none").asMatchPredicate();
  private static final Predicate<String> CONSENT =
      Pattern.compile("given|refused").asMatchPredicate();
  private static final Predicate<String> PHONE =
      Pattern.compile("[0-9+() -]{5,25}").asMatchPredicate();
  private static final Predicate<String> CNIC =
      Pattern.compile("\\d{5}-?\\d{7}-?\\d").asMatchPredicate();
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);
  private static final String IDENTIFIED = "identified";
  private static final String CLOSED = "closed";

  /**
   * People of the child.
   *
   * @param relation of the caregiver, a code of list person-relation
   * @param phone the caregiver's
   */
  record Around(
      @Nullable String mother,
      @Nullable String caregiver,
      @Nullable String relation,
      @Nullable String phone) {}

  /**
   * What the earlier register said of the case: nothing of it counts here but that it is closed.
   *
   * @param closureReason a code of list closure-reason
   */
  record History(
      String state,
      @Nullable String riskLevel,
      @Nullable LocalDate riskOn,
      @Nullable String consent,
      @Nullable LocalDate consentOn,
      @Nullable LocalDate closedOn,
      @Nullable String closureReason) {}

  /** What a row says, or what is wrong with it; both when asked by columns of their own. */
  record Read(@Nullable RegisterEntry entry, List<String> faults) {}

  /** Whether it was closed in the earlier register already: it is nobody's load. */
  boolean isClosed() {
    return history.closedOn() != null;
  }

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
    RowReader reader = new RowReader(row.cells(), faults);
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
    String address = address(reader);
    String contact = reader.text("safe_contact", 500);
    UUID owner = reader.id("owner");
    LocalDate opened = reader.day("opened_on", true, EARLIEST, today);
    Age age = reader.age(today);
    List<String> concerns = reader.codes("concerns");
    Around around = around(reader, father);
    History history = history(reader, opened == null ? EARLIEST : opened, today);
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
            cnic,
            owner,
            around,
            history),
        faults);
  }

  /** One text, as addresses here are kept. */
  private static @Nullable String address(RowReader reader) {
    String all =
        Stream.of(
                reader.text("address", 800),
                reader.text("union_council", 100),
                reader.text("tehsil", 80))
            .filter(part -> part != null)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? null : all;
  }

  private static Around around(RowReader reader, @Nullable String father) {
    String mother = reader.text("mother_name", 200);
    String caregiver = reader.text("caregiver_name", 200);
    String relation = reader.text("caregiver_relation", 64);
    String phone = reader.matching("caregiver_phone", PHONE);
    boolean named =
        caregiver != null
            || (mother != null && "mother".equals(relation))
            || (father != null && "father".equals(relation));
    if (!named && (relation != null || phone != null)) {
      reader.faults().add("caregiver_name:missing");
    }
    return new Around(mother, caregiver, relation, phone);
  }

  private static History history(RowReader reader, LocalDate opened, LocalDate today) {
    String state = reader.code("state", STATE);
    String risk = reader.code("risk_level", RISK);
    String consent = reader.code("consent", CONSENT);
    LocalDate riskOn = reader.day("risk_on", false, EARLIEST, today);
    LocalDate consentOn = reader.day("consent_on", consent != null, EARLIEST, today);
    LocalDate closedOn = null;
    String reason = null;
    if (CLOSED.equals(state)) {
      closedOn = reader.day("closed_on", true, opened, today);
      reason = reader.needed("closure_reason", 64);
    } else {
      reader.nothingIn("closed_on");
      reader.nothingIn("closure_reason");
    }
    if (risk == null) {
      reader.nothingIn("risk_on");
    }
    if (consent == null) {
      reader.nothingIn("consent_on");
    }
    return new History(
        state == null ? IDENTIFIED : state, risk, riskOn, consent, consentOn, closedOn, reason);
  }
}
