package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The eye that searches the whole platform for invented children sees them in every writing. */
class SoughtWordsTest {
  private static final SoughtWords WORDS =
      new SoughtWords(List.of("Palwasha", "سپوږمۍ", "0300-5500042", "ګل مکۍ"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=Palwasha;",
        "xPalwashax",
        "about palwasha and others",
        "PALWASHA",
        "(\"pAlwasha\")",
        "İ palwasha"
      })
  void findsAWordInAnyLetters(String text) {
    assertThat(WORDS.in(text)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"سپوږمۍ", "سپوږمی", "«سبوږمي»"})
  void findsAPashtoWordWrittenOnAnotherKeyboard(String text) {
    assertThat(WORDS.in(text)).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ګل مکۍ", "گل مکی", "كل مكي"})
  void findsTwoWordsWrittenOnAnotherKeyboard(String text) {
    assertThat(WORDS.in(text)).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0300-5500042",
        "03005500042",
        "+923005500042",
        "+92 300 5500042",
        "tel:00923005500042",
        "0300 5500042",
        "3005500042"
      })
  void findsATelephoneNumberAsItIsWrittenInPakistan(String text) {
    assertThat(WORDS.in(text)).containsExactly(3);
  }

  @Test
  void findsWhatWasEncoded() {
    byte[] name = "Palwasha".getBytes(StandardCharsets.UTF_8);
    assertThat(WORDS.in(HexFormat.of().formatHex(name))).containsExactly(1);
    assertThat(WORDS.in(Base64.getEncoder().encodeToString(name))).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "xpalwashax", "PalWash", "13005500042", "30055000421", "0300-5500043", "مکۍ"})
  void findsNothingByChance(String text) {
    assertThat(WORDS.in(text)).isEmpty();
  }
}
