package org.hifazat.cases.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented people; nobody in particular. */
class SpokenNameTest {
  @ParameterizedTest
  @CsvSource({
    "Dr. Toryal, Toryal",
    "Doctor Toryal Sahib, toryal",
    "ڈاکٹر زرک, Zarak",
    "ډاکټر زرک, Dr Zarrak",
    "Advocate Zarak Gulbaz, Zarak Gulbaz",
    "ایڈووکیٹ زرک, Wakil Zarak",
    "وکیل زرک, وكيل زرک",
    "Khan, Dr Khan",
    "Doctor, doctor"
  })
  void aTitleMakesNobodyElse(String one, String other) {
    assertThat(SpokenName.same(one, other)).isTrue();
    assertThat(SpokenName.alike(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Toryal Gulbaz, Dr. Toryal Gulbaz Khan", "زرک گلباز خان, Zarak Gulbaz"})
  void aFurtherNameIsAlikeAndNotTheSame(String one, String other) {
    assertThat(SpokenName.alike(one, other)).isTrue();
    assertThat(SpokenName.alike(other, one)).isTrue();
    assertThat(SpokenName.same(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Khan, Toryal Khan", "Zarak Khan, Toryal Khan", "Doctor Zarak, Doctor Toryal"})
  void oneNameOfTwoTellsOfNobody(String one, String other) {
    assertThat(SpokenName.alike(one, other)).isFalse();
    assertThat(SpokenName.alike(other, one)).isFalse();
  }
}
