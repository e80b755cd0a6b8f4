package org.hifazat.cases.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a child's marks from the particulars in clear. */
final class MarkMaker {
  private static final int SHORTEST_KEY_WITH_A_SLIP = 4;
  private static final int SHORTEST_SPELLING_WITH_A_SLIP = 3;
  private static final int SHORTEST_PHONE = 7;

  private final Blinding blinding;

  MarkMaker(Blinding blinding) {
    this.blinding = blinding;
  }

  /** Keyed hash of a value: equal for equals, unreadable without the key. */
  @FunctionalInterface
  interface Blinding {
    byte[] token(String purpose, String normal);
  }

  /**
   * A child in clear, no longer than it takes to make marks.
   *
   * @param ageBasis birth-date, document, stated, appearance or assessment
   */
  record Person(
      String given,
      @Nullable String father,
      @Nullable String knownAs,
      String sex,
      @Nullable LocalDate birthDate,
      int birthYear,
      String ageBasis,
      String districtCode) {}

  /**
   * @param numbers marks made by {@link #phone} and {@link #identityNumber}
   */
  ChildMarks of(Person person, List<Long> numbers) {
    LocalDate date = person.birthDate();
    boolean exact = date != null && date.getDayOfYear() != 1;
    List<Long> facts = new ArrayList<>(numbers);
    if (date != null && exact) {
      facts.addAll(birth(date));
    }
    ChildMarks.YearBasis basis =
        exact
            ? ChildMarks.YearBasis.DATE
            : date != null || person.ageBasis().equals("document")
                ? ChildMarks.YearBasis.YEAR
                : ChildMarks.YearBasis.ESTIMATE;
    return new ChildMarks(
        person.sex(),
        person.birthYear(),
        basis,
        person.districtCode(),
        name(person.given()),
        name(person.father()),
        name(person.knownAs()),
        NameMarks.of(longs(facts)));
  }

  /** The last seven digits: the same line is written with and without its prefix. */
  List<Long> phone(@Nullable String phone) {
    String digits = ChildSearchKeys.digits(phone);
    return digits.length() < SHORTEST_PHONE
        ? List.of()
        : List.of(
            mark(
                MarkKind.PHONE, "child.phone", digits.substring(digits.length() - SHORTEST_PHONE)));
  }

  List<Long> identityNumber(@Nullable String number) {
    String digits = ChildSearchKeys.digits(number);
    return digits.isEmpty()
        ? List.of()
        : List.of(mark(MarkKind.IDENTITY_NUMBER, "child.cnic", digits));
  }

  NameMarks name(@Nullable String name) {
    List<NameKey.Word> words = name == null ? List.of() : NameKey.words(name);
    if (words.isEmpty()) {
      return NameMarks.NONE;
    }
    List<Long> marks = new ArrayList<>();
    String spelling = words.stream().map(NameKey.Word::spelling).collect(Collectors.joining());
    marks.add(mark(MarkKind.SPELLING, "name.spelling", spelling));
    List<String> skeletons = words.stream().map(NameKey.Word::skeleton).toList();
    List<String> sounds = words.stream().map(NameKey.Word::sound).toList();
    marks.addAll(whole(MarkKind.SOUND, "name.sound", sounds));
    marks.addAll(whole(MarkKind.SKELETON, "name.skeleton", skeletons));
    for (String near : withOneLeftOut(inOrder(skeletons), SHORTEST_KEY_WITH_A_SLIP)) {
      marks.add(mark(MarkKind.NEAR, "name.near", near));
    }
    for (String near : withOneLeftOut(spelling, SHORTEST_SPELLING_WITH_A_SLIP)) {
      marks.add(mark(MarkKind.NEAR, "name.near-spelling", near));
    }
    for (int i = 0; i < skeletons.size(); i++) {
      marks.add(mark(MarkKind.WORD, "name.word", skeletons.get(i)));
      if (i > 0) {
        String joined = NameKey.join(skeletons.get(i - 1), skeletons.get(i));
        marks.add(mark(MarkKind.JOINED, "name.word", joined));
      }
    }
    return NameMarks.of(longs(marks));
  }

  private List<Long> whole(MarkKind kind, String purpose, List<String> keys) {
    String sorted = keys.stream().sorted().distinct().collect(Collectors.joining(" "));
    return List.of(mark(kind, purpose, inOrder(keys)), mark(kind, purpose, " " + sorted));
  }

  private static String inOrder(List<String> keys) {
    return keys.stream()
        .reduce("", (before, key) -> before.isEmpty() ? key : NameKey.join(before, key));
  }

  /**
   * Two of these meet when one letter is another, too many or too few. The place is part of them:
   * without it Behram and Rameez would be near.
   */
  private static List<String> withOneLeftOut(String key, int shortest) {
    List<String> near = new ArrayList<>();
    if (key.length() >= shortest) {
      for (int i = 0; i < key.length(); i++) {
        near.add(i + key.substring(0, i) + key.substring(i + 1));
        near.add(i + key);
      }
      near.add(key.length() + key);
    }
    return near;
  }

  private List<Long> birth(LocalDate date) {
    List<Long> marks = new ArrayList<>();
    marks.add(mark(MarkKind.BIRTH_DATE, "child.birth-date", date.toString()));
    if (date.getDayOfMonth() <= 12 && date.getDayOfMonth() != date.getMonthValue()) {
      LocalDate turned = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
      marks.add(mark(MarkKind.BIRTH_DATE_TURNED, "child.birth-date", turned.toString()));
    }
    return marks;
  }

  private long mark(MarkKind kind, String purpose, String normal) {
    return kind.mark(blinding.token(purpose, normal));
  }

  private static long[] longs(List<Long> marks) {
    return marks.stream().mapToLong(Long::longValue).toArray();
  }
}
