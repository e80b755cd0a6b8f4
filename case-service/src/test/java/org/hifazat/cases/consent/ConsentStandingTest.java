package org.hifazat.cases.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
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

  /** Words: giver, who of them, then + given, - refused or ~ withdrawn: "caregiver/m+ child-". */
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
    "8,  court~,                              consent-needed",
    "8,  court+ court~ caregiver+ child+,     ''",
    "8,  court+ child-,                       consent-refused",
    "8,  caregiver- court+,                   ''",
    "3,  child- court+,                       ''",
    "19, court+ child-,                       consent-refused",
    "19, caregiver+,                          own-consent-needed",
    "19, child+,                              ''",
    "19, child-,                              consent-refused",
    "3,  caregiver/m- caregiver/f+,           consent-refused",
    "3,  caregiver/m+ caregiver/f+ caregiver/m~, consent-refused",
    "3,  caregiver/m- caregiver/f+ caregiver/m+, ''",
    "3,  caregiver/m- caregiver/f+ court+,    ''",
    "3,  caregiver/m- caregiver+,             consent-refused",
    "3,  caregiver~ caregiver/m+,             ''",
    "3,  caregiver/m- other-trusted-adult/m+, ''",
    "3,  other-trusted-adult/a- other-trusted-adult/b+, consent-refused",
    "3,  other-trusted-adult/a- caregiver/m+, ''"
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
              switch (rest.charAt(rest.length() - 1)) {
                case '+' -> "given";
                case '~' -> "withdrawn";
                default -> "refused";
              },
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
    String[] named = giver.split("/", 2);
    UUID person = named.length == 1 ? null : UUID.nameUUIDFromBytes(named[1].getBytes(UTF_8));
    return Consent.recorded(
        new UUID(0, at.getEpochSecond()),
        new RecordConsent.Command(
            new UUID(0, 1),
            "case-management",
            decision,
            null,
            null,
            null,
            ConsentGiver.of(named[0]),
            "oral",
            "ps",
            at,
            expiry,
            null,
            alone,
            null,
            null,
            null,
            null,
            null),
        new Consent.Checked(person, expiry),
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

  @Test
  void beforeTheSixthBirthdayAnAdultDecidesAloneAndFromItTheChildIsAskedToo() {
    Age tomorrow = Age.known(TODAY.plusDays(1).minusYears(6));
    assertThat(standing(tomorrow, "caregiver+", null).until()).isEqualTo(TODAY);
    assertThat(standing(tomorrow, "caregiver+", TODAY.minusDays(1)).stands()).isFalse();
    assertThat(standing(Age.known(TODAY.minusYears(6)), "caregiver+", null).missing())
        .containsExactly("child-assent-needed");
  }

  @Test
  void ofTwoCaregiversWhoAgreeTheLongerYesHolds() {
    List<Consent> said =
        List.of(
            word("caregiver/m", "given", null, TODAY.minusDays(1), SAID),
            word("caregiver/f", "given", null, TODAY.plusDays(9), SAID.plusSeconds(1)));
    ConsentStanding standing =
        ConsentStanding.of(ConsentMatter.casework(), said, List.of(), age(3), TODAY);
    assertThat(standing.stands()).isTrue();
    assertThat(standing.until()).isEqualTo(TODAY.plusDays(9));
  }

  @Test
  void whoeverWasBornOnTheLeapDayIsAYearOlderTheDayAfterTheTwentyEighth() {
    Age leap = Age.known(LocalDate.of(2008, 2, 29));
    assertThat(leap.turns(18)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(leap.turns(16)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(new Age(null, 2008, "stated").turns(18)).isEqualTo(LocalDate.of(2026, 1, 1));
  }
}
