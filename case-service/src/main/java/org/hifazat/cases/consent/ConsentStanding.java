package org.hifazat.cases.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeBand;
import org.jspecify.annotations.Nullable;

/**
 * Whether a matter is consented to, by all whose words are needed at the child's age (Caring for
 * Child Survivors, IRC/UNICEF 2012), or stands by an override in the child's best interests.
 *
 * @param basis consent, court, override or none
 * @param basisId the newest word or the override it stands by
 * @param until the last day it holds; null when open-ended
 * @param missing codes of what stands in the way of consent, also while an override holds
 */
public record ConsentStanding(
    ConsentMatter matter,
    boolean stands,
    String basis,
    @Nullable UUID basisId,
    @Nullable LocalDate until,
    List<String> missing) {
  static final String NOTHING = "consent-needed";
  static final String CAREGIVER = "caregiver-consent-needed";
  static final String ASSENT = "child-assent-needed";
  static final String CHILD = "child-consent-needed";
  static final String OWN = "own-consent-needed";
  static final String REFUSED = "consent-refused";
  static final String EXPIRED = "consent-expired";

  private static final int MAJORITY = 18;

  /**
   * @param words the matter's consents, refusals and withdrawals, in the order they happened
   * @param overrides the matter's overrides
   */
  static ConsentStanding of(
      ConsentMatter matter,
      List<Consent> words,
      List<ConsentOverride> overrides,
      Age age,
      LocalDate today) {
    Latest latest = new Latest(words, today);
    List<String> missing = missing(latest, age, today);
    if (missing.isEmpty()) {
      boolean court = latest.stands(ConsentGiver.COURT);
      return new ConsentStanding(
          matter,
          true,
          court ? "court" : "consent",
          words.getLast().id(),
          until(latest, age, today),
          missing);
    }
    Optional<ConsentOverride> override =
        overrides.stream().filter(ConsentOverride::holds).findFirst();
    return new ConsentStanding(
        matter,
        override.isPresent(),
        override.isPresent() ? "override" : "none",
        override.map(ConsentOverride::id).orElse(null),
        null,
        missing);
  }

  private static List<String> missing(Latest latest, Age age, LocalDate today) {
    if (latest.stands(ConsentGiver.COURT)) {
      return List.of();
    }
    if (latest.says(ConsentGiver.COURT, false)) {
      return List.of(REFUSED);
    }
    AgeBand band = AgeBand.ofYears(AgeBand.years(age.birthDate(), age.birthYear(), today));
    if (band == AgeBand.ADULT) {
      return ofAge(latest, age);
    }
    if (latest.isEmpty()) {
      return List.of(NOTHING);
    }
    boolean childCounts = band != AgeBand.UP_TO_5;
    if (childCounts && latest.says(ConsentGiver.CHILD, false)) {
      return List.of(REFUSED);
    }
    if (ConsentGiver.CHILD.mayDecideAlone(band) && latest.childDecidesAlone()) {
      return List.of();
    }
    if (latest.adultRefuses()) {
      return List.of(REFUSED);
    }
    List<String> missing = new ArrayList<>();
    if (!latest.adultStands()) {
      missing.add(latest.adultSaid() ? EXPIRED : CAREGIVER);
    }
    if (childCounts && !latest.stands(ConsentGiver.CHILD)) {
      missing.add(
          latest.says(ConsentGiver.CHILD, true)
              ? EXPIRED
              : band == AgeBand.FROM_15 ? CHILD : ASSENT);
    }
    return missing.stream().distinct().toList();
  }

  /** What others said for the child has ended: the person decides anew. */
  private static List<String> ofAge(Latest latest, Age age) {
    Consent own = latest.of(ConsentGiver.CHILD);
    if (own == null || KarachiTime.day(own.happenedAt()).isBefore(majority(age))) {
      return List.of(OWN);
    }
    if (!own.isGiven()) {
      return List.of(REFUSED);
    }
    return latest.stands(ConsentGiver.CHILD) ? List.of() : List.of(EXPIRED);
  }

  /** The first day of the person's majority; of an estimated age, of the year it comes. */
  private static LocalDate majority(Age age) {
    LocalDate birth = age.birthDate();
    return birth == null
        ? LocalDate.of(age.birthYear() + MAJORITY, 1, 1)
        : birth.plusYears(MAJORITY);
  }

  private static @Nullable LocalDate until(Latest latest, Age age, LocalDate today) {
    LocalDate majority = majority(age);
    Stream<LocalDate> comingOfAge =
        today.isBefore(majority) && !latest.stands(ConsentGiver.COURT)
            ? Stream.of(majority.minusDays(1))
            : Stream.empty();
    return Stream.concat(latest.expiries(), comingOfAge).min(LocalDate::compareTo).orElse(null);
  }

  /** The last word of each who has one. */
  private static final class Latest {
    private final List<Consent> words;
    private final LocalDate today;

    Latest(List<Consent> words, LocalDate today) {
      this.words = words;
      this.today = today;
    }

    boolean isEmpty() {
      return words.isEmpty();
    }

    @Nullable Consent of(ConsentGiver giver) {
      Consent last = null;
      for (Consent word : words) {
        last = word.giver() == giver ? word : last;
      }
      return last;
    }

    boolean says(ConsentGiver giver, boolean yes) {
      Consent word = of(giver);
      return word != null && word.isGiven() == yes;
    }

    boolean stands(ConsentGiver giver) {
      Consent word = of(giver);
      return word != null && word.isGiven() && !expired(word);
    }

    private boolean expired(Consent word) {
      LocalDate expiry = word.expiresOn();
      return expiry != null && expiry.isBefore(today);
    }

    boolean childDecidesAlone() {
      Consent word = of(ConsentGiver.CHILD);
      return word != null && word.withoutCaregiver() != null && stands(ConsentGiver.CHILD);
    }

    /**
     * Another trusted adult stands in for a caregiver who is not there, not for one who says no.
     */
    boolean adultRefuses() {
      return says(ConsentGiver.CAREGIVER, false)
          || (of(ConsentGiver.CAREGIVER) == null && says(ConsentGiver.OTHER_TRUSTED_ADULT, false));
    }

    boolean adultStands() {
      return stands(ConsentGiver.CAREGIVER) || stands(ConsentGiver.OTHER_TRUSTED_ADULT);
    }

    boolean adultSaid() {
      return of(ConsentGiver.CAREGIVER) != null || of(ConsentGiver.OTHER_TRUSTED_ADULT) != null;
    }

    Stream<LocalDate> expiries() {
      return Stream.of(ConsentGiver.values())
          .map(this::of)
          .filter(Objects::nonNull)
          .filter(word -> word.isGiven() && !expired(word))
          .map(Consent::expiresOn)
          .filter(Objects::nonNull);
    }
  }
}
