package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.child.Age;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose words together are enough, by age (Caring for Child Survivors, IRC/UNICEF 2012). */
class ConsentStandingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant SAID = Instant.parse("2026-11-20T06:00:00Z");

  /** Words: giver, then + given or - refused, e.g. "caregiver+ child-". */
  @ParameterizedTest(name = "at {0} years, {1}: {2}")
  @CsvSource({
    "3,  '',                                  consent-needed",
    "3,  caregiver+,                          ''",
    "3,  other-trusted-adult+,                ''",
    "3,  caregiver-,                          consent-refused",
    "3,  caregiver- other-trusted-adult+,     consent-refused",
    "3,  court+,                              ''",
    "8,  caregiver+,                          child-assent-needed",
    "8,  child+,                              caregiver-consent-needed",
    "8,  caregiver+ child+,                   ''",
    "8,  caregiver+ child-,                   consent-refused",
    "8,  caregiver+ child+ caregiver-,        consent-refused",
    "8,  caregiver+ child+ caregiver- caregiver+, ''",
    "8,  child+alone,                         caregiver-consent-needed",
    "13, caregiver+,                          child-assent-needed",
    "13, child+,                              caregiver-consent-needed",
    "13, child+alone,                         ''",
    "13, caregiver- child+alone,              ''",
    "13, other-trusted-adult+ child+,         ''",
    "16, caregiver+,                          child-consent-needed",
    "16, child+ caregiver+,                   ''",
    "16, child+alone,                         ''",
    "16, child-,                              consent-refused",
    "16, court- child+ caregiver+,            consent-refused",
    "19, caregiver+,                          own-consent-needed",
    "19, child+,                              ''",
    "19, child-,                              consent-refused"
  })
  void theWordsOfAllWhoAreNeededMakeConsent(int years, String words, String missing) {
    ConsentStanding standing = standing(age(years), words, null);
    assertThat(String.join(" ", standing.missing())).isEqualTo(missing);
    assertThat(standing.stands()).isEqualTo(missing.isEmpty());
  }

  private static ConsentStanding standing(Age age, String words, @Nullable LocalDate expiry) {
    List<Consent> said = new ArrayList<>();
    for (String word : words.isEmpty() ? List.<String>of() : List.of(words.split(" ", -1))) {
      boolean alone = word.endsWith("alone");
      String rest = alone ? word.substring(0, word.length() - 5) : word;
      said.add(
          word(
              rest.substring(0, rest.length() - 1),
              rest.endsWith("+") ? "given" : "refused",
              alone ? "unsafe" : null,
              expiry,
              SAID.plusSeconds(said.size())));
    }
    return ConsentStanding.of(ConsentMatter.casework(), said, List.of(), age, TODAY);
  }

  private static Consent word(
      String giver,
      String decision,
      @Nullable String alone,
      @Nullable LocalDate expiry,
      Instant at) {
    return Consent.recorded(
        new UUID(0, at.getEpochSecond()),
        new RecordConsent.Command(
            new UUID(0, 1),
            "case-management",
            decision,
            null,
            ConsentGiver.of(giver),
            "oral",
            "ps",
            at,
            expiry,
            null,
            alone),
        null,
        new UUID(0, 2),
        at);
  }

  private static Age age(int years) {
    return Age.known(TODAY.minusYears(years).minusDays(30));
  }

  @Test
  void oneWordThatHasExpiredIsEnoughToStop() {
    assertThat(standing(age(8), "caregiver+ child+", TODAY).stands()).isTrue();
    assertThat(standing(age(8), "caregiver+ child+", TODAY).until()).isEqualTo(TODAY);
    assertThat(standing(age(8), "caregiver+ child+", TODAY.minusDays(1)).missing())
        .containsExactly("consent-expired");
  }

  @Test
  void onTheEighteenthBirthdayThePersonDecidesAnewAndTheDayBeforeNot() {
    Age tomorrow = Age.known(TODAY.plusDays(1).minusYears(18));
    ConsentStanding before = standing(tomorrow, "child+ caregiver+", null);
    assertThat(before.stands()).isTrue();
    assertThat(before.until()).isEqualTo(TODAY);
    Age today = Age.known(TODAY.minusYears(18));
    ConsentStanding after = standing(today, "child+ caregiver+", null);
    assertThat(after.missing()).containsExactly("own-consent-needed");
  }

  @Test
  void aCourtDecidesBeyondTheBirthdayToo() {
    assertThat(standing(Age.known(TODAY.minusYears(18)), "court+", null).basis())
        .isEqualTo("court");
  }
}
