package org.hifazat.cases.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** From its sixth birthday the child is asked, too; from the eighteenth nobody else. */
  static final List<Integer> BIRTHDAYS = List.of(6, 18);

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

  /** Whether what was said before a birthday would be enough today, had it not come. */
  static boolean restsOnYounger(LocalDate birthday, List<Consent> words, Age age, LocalDate today) {
    List<Consent> before =
        words.stream()
            .filter(word -> KarachiTime.day(word.happenedAt()).isBefore(birthday))
            .toList();
    return missing(new Latest(before, today), age, birthday.minusDays(1)).isEmpty();
  }

  /** Whether a court's last word on the matter is a no that holds. */
  static boolean courtForbids(List<Consent> words, LocalDate today) {
    return new Latest(words, today).courtForbids();
  }

  private static List<String> missing(Latest latest, Age age, LocalDate day) {
    AgeBand band = AgeBand.ofYears(AgeBand.years(age.birthDate(), age.birthYear(), day));
    boolean childCounts = band != AgeBand.UP_TO_5;
    // A no of whoever it is about comes before any yes; law or court go on by an override alone.
    if (band == AgeBand.ADULT ? latest.refusesOfAge(age) : childCounts && latest.childRefuses()) {
      return List.of(REFUSED);
    }
    if (latest.stands(ConsentGiver.COURT)) {
      return List.of();
    }
    if (latest.courtForbids()) {
      return List.of(REFUSED);
    }
    if (band == AgeBand.ADULT) {
      return ofAge(latest, age);
    }
    if (latest.isEmpty()) {
      return List.of(NOTHING);
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
    return latest.stands(ConsentGiver.CHILD) ? List.of() : List.of(EXPIRED);
  }

  private static LocalDate majority(Age age) {
    return age.turns(MAJORITY);
  }

  private static @Nullable LocalDate until(Latest latest, Age age, LocalDate today) {
    Stream<LocalDate> comingOfAge =
        latest.stands(ConsentGiver.COURT)
            ? Stream.empty()
            : BIRTHDAYS.stream()
                .map(age::turns)
                .filter(today::isBefore)
                .map(birthday -> birthday.minusDays(1));
    return Stream.concat(latest.expiries(), comingOfAge).min(LocalDate::compareTo).orElse(null);
  }

  /**
   * The last word of each who has one. Of the adults each has their own: nobody's yes takes
   * another's no away.
   */
  private static final class Latest {
    private final List<Consent> words;
    private final Collection<Consent> adults;
    private final LocalDate today;

    Latest(List<Consent> words, LocalDate today) {
      this.words = words;
      this.today = today;
      this.adults = ofAdults(words);
    }

    private static Collection<Consent> ofAdults(List<Consent> words) {
      Map<Speaker, Consent> last = new LinkedHashMap<>();
      for (Consent word : words) {
        if (word.giver().isNamed()) {
          // Whose word it was was not always asked: any later yes of such an adult follows on that.
          if (word.isGiven()) {
            last.remove(Speaker.unnamed(word));
          }
          last.put(Speaker.of(word), word);
        }
      }
      return last.values();
    }

    boolean isEmpty() {
      return words.stream().allMatch(word -> word.giver() == ConsentGiver.COURT);
    }

    @Nullable Consent of(ConsentGiver giver) {
      Consent last = null;
      for (Consent word : words) {
        last = word.giver() == giver ? word : last;
      }
      return last;
    }

    boolean childRefuses() {
      return says(ConsentGiver.CHILD, false);
    }

    boolean refusesOfAge(Age age) {
      Consent own = of(ConsentGiver.CHILD);
      return own != null
          && !own.isGiven()
          && !KarachiTime.day(own.happenedAt()).isBefore(majority(age));
    }

    /** A court that takes its word back leaves the matter to the family again. */
    boolean courtForbids() {
      Consent word = of(ConsentGiver.COURT);
      return word != null && word.isRefused() && !expired(word);
    }

    boolean says(ConsentGiver giver, boolean yes) {
      Consent word = of(giver);
      return word != null && word.isGiven() == yes;
    }

    boolean stands(ConsentGiver giver) {
      Consent word = of(giver);
      return word != null && stands(word);
    }

    private boolean stands(Consent word) {
      return word.isGiven() && !expired(word);
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
      boolean caregiver = adults.stream().anyMatch(Latest::isOfCaregiver);
      return adults.stream()
          .anyMatch(word -> !word.isGiven() && (isOfCaregiver(word) || !caregiver));
    }

    private static boolean isOfCaregiver(Consent word) {
      return word.giver() == ConsentGiver.CAREGIVER;
    }

    boolean adultStands() {
      return adults.stream().anyMatch(this::stands);
    }

    boolean adultSaid() {
      return !adults.isEmpty();
    }

    /** One adult's yes is enough: of several, the one that lasts longest. */
    Stream<LocalDate> expiries() {
      List<Consent> standing = adults.stream().filter(this::stands).toList();
      Stream<LocalDate> lasting =
          standing.stream().anyMatch(word -> word.expiresOn() == null)
              ? Stream.empty()
              : standing.stream()
                  .map(word -> Objects.requireNonNull(word.expiresOn()))
                  .max(LocalDate::compareTo)
                  .stream();
      return Stream.concat(
          lasting,
          Stream.of(ConsentGiver.CHILD, ConsentGiver.COURT)
              .map(this::of)
              .filter(Objects::nonNull)
              .filter(this::stands)
              .map(Consent::expiresOn)
              .filter(Objects::nonNull));
    }
  }

  /** Whose word it is: a person's, or of those from before persons were named, a giver's. */
  private record Speaker(@Nullable UUID person, @Nullable ConsentGiver giver) {
    static Speaker of(Consent word) {
      UUID person = word.personId();
      return person == null ? unnamed(word) : new Speaker(person, null);
    }

    static Speaker unnamed(Consent word) {
      return new Speaker(null, word.giver());
    }
  }
}
