package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsTest {

  @ParameterizedTest
  @CsvSource({
    "0001-01-01, true",
    "9999-12-31, true",
    "0000-12-31, false",
    "-0001-01-01, false",
    "+10000-01-01, false",
    "+999999999-01-01, false"
  })
  void holdWhatTheDatabaseHolds(String day, boolean held) {
    assertThat(Years.hold(LocalDate.parse(day))).isEqualTo(held);
    assertThat(Years.hold(Instant.parse(day + "T12:00:00Z"))).isEqualTo(held);
  }
}
