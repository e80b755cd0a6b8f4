package org.hifazat.cases.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit learns of a child besides the particulars, in clear.
 *
 * @param givenNameOther the given name in the script the names are not written in
 * @param languages codes of the list language, the one to talk in first
 * @param disabilities codes of the list disability
 */
public record ChildBackground(
    @Nullable String givenNameOther,
    @Nullable String fatherNameOther,
    List<String> languages,
    @Nullable Identity identity,
    List<String> disabilities,
    @Nullable String disabilityDetails,
    @Nullable Schooling schooling,
    @Nullable Care care,
    Family family) {

  public ChildBackground {
    // What an earlier release kept of a merge does not say.
    family = Objects.requireNonNullElse(family, Family.UNKNOWN);
    languages = List.copyOf(languages);
    disabilities = List.copyOf(disabilities);
  }

  public ChildBackground with(Family other) {
    return new ChildBackground(
        givenNameOther,
        fatherNameOther,
        languages,
        identity,
        disabilities,
        disabilityDetails,
        schooling,
        care,
        other);
  }

  /**
   * What the family is found by, as it was given at registration.
   *
   * @param number of a B-form or CNIC, the child's or a parent's: thirteen digits
   */
  public record Family(@Nullable String phone, @Nullable String number) {
    static final Family UNKNOWN = new Family(null, null);
  }

  /**
   * @param kind b-form, juvenile-card or cnic
   * @param number thirteen digits
   */
  public record Identity(String kind, String number) {}

  /**
   * @param status code of the list schooling
   * @param kind code of the list school-kind
   */
  public record Schooling(
      String status, @Nullable String kind, @Nullable String name, @Nullable String grade) {}

  /**
   * @param arrangement code of the list care-arrangement
   */
  public record Care(String arrangement, @Nullable LocalDate since, @Nullable String details) {}
}
