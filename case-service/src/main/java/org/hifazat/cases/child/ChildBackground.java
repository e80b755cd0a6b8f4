package org.hifazat.cases.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit learns of a child after registration, in clear.
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
    @Nullable Care care) {

  public ChildBackground {
    languages = List.copyOf(languages);
    disabilities = List.copyOf(disabilities);
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
