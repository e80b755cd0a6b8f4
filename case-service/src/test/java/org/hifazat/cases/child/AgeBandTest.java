package org.hifazat.cases.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages to the day where the birth date is known, to the year where it is not. */
class AgeBandTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource({
    "0, 0-5",
    "5, 0-5",
    "6, 6-11",
    "11, 6-11",
    "12, 12-14",
    "14, 12-14",
    "15, 15-17",
    "17, 15-17",
    "18, 18+",
    "90, 18+"
  })
  void theBandsMeetWithoutGapOrOverlap(int years, String label) {
    assertThat(AgeBand.ofYears(years).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-11-21, 12",
    "2014-11-22, 11",
    "2026-11-21, 0",
    "2008-11-22, 17",
    "2008-11-21, 18",
    "2012-02-29, 14"
  })
  void aBirthDateGivesCompletedYears(LocalDate birth, int years) {
    assertThat(AgeBand.years(birth, birth.getYear(), TODAY)).isEqualTo(years);
  }

  @Test
  void withoutABirthDateTheYearDecides() {
    assertThat(AgeBand.years(null, 2014, TODAY)).isEqualTo(12);
    assertThat(AgeBand.of(2014, TODAY)).isEqualTo(AgeBand.FROM_12);
  }

  @Test
  void under18EndsOnTheBirthday() {
    assertThat(Age.known(LocalDate.of(2008, 11, 22)).under18(TODAY)).isTrue();
    assertThat(Age.known(LocalDate.of(2008, 11, 21)).under18(TODAY)).isFalse();
    assertThat(Age.estimated(17, "appearance", TODAY).under18(TODAY)).isTrue();
    assertThat(Age.estimated(18, "appearance", TODAY).under18(TODAY)).isFalse();
  }
}
