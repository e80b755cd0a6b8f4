package org.hifazat.cases.matching;

/**
 * What is kept of a child to find the same child again, with nothing in it that names anybody.
 *
 * @param yearBasis how sure the year of birth is
 * @param numbers hashes of phone, identity number and birth date
 */
public record ChildMarks(
    String sex,
    int birthYear,
    YearBasis yearBasis,
    String districtCode,
    NameMarks given,
    NameMarks father,
    NameMarks knownAs,
    NameMarks numbers) {

  /** A 1 January stands for a year: registries write it when only the year is known. */
  public enum YearBasis {
    DATE,
    YEAR,
    ESTIMATE
  }
}
