package org.hifazat.cases.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hifazat.cases.KarachiTime;

/** Invented children as somebody wrote them into a register of their own, in either script. */
public final class InventedRegister {
  private InventedRegister() {}

  /**
   * @param father empty where nobody told
   * @param born the day, or empty where only years are known
   */
  public record Child(String given, String father, String sex, String born, String years) {}

  /** As many children, a few of them twice; the same for the same seed. */
  public static List<Child> of(int size, long seed) {
    int twice = size / 500;
    return new InventedChildren("learning", seed)
        .register(size - twice, twice, Set.of(InventedChildren.Twist.OTHER_SCRIPT)).stream()
            .map(entry -> child(entry.person()))
            .toList();
  }

  private static Child child(MarkMaker.Person person) {
    LocalDate date = person.birthDate();
    LocalDate today = KarachiTime.day(Instant.now());
    int years = Math.clamp(today.getYear() - person.birthYear(), 0, 17);
    String born = date != null && date.isAfter(today.minusYears(18)) ? date.toString() : "";
    return new Child(
        person.given(),
        Objects.requireNonNullElse(person.father(), ""),
        person.sex(),
        born,
        born.isEmpty() ? Integer.toString(years) : "");
  }
}
