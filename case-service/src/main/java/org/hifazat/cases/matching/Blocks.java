package org.hifazat.cases.matching;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Which children are worth comparing: those that share a word of the name and the year, the words
 * of child's and father's name, the father and the district, a number or a birth date. Made from
 * marks alone, so that it needs no key.
 */
final class Blocks {
  /** An estimated age is seldom further off. */
  static final int YEARS_EITHER_WAY = 3;

  /**
   * A name of so many children says too little together with a year: then the district as well. Who
   * shares a common name alone never comes near a zone.
   */
  static final double COMMON_NAME = 0.005;

  /** Two words that so many share by chance say too little together. */
  static final double COMMON_PAIR = 0.001;

  /** Khan and Gul: as one word among others they are not looked up at all. */
  static final double COMMONEST_WORD = 0.03;

  private static final int NAME_AND_YEAR = 1;
  private static final int NAME_AND_FATHER = 2;
  private static final int FATHER_AND_PLACE = 3;
  private static final int NUMBER = 4;
  private static final int NAME_YEAR_AND_PLACE = 5;

  private Blocks() {}

  /** What a child is found under. */
  static long[] of(ChildMarks child) {
    Set<Long> blocks = new LinkedHashSet<>();
    add(blocks, child, 0, word -> 0);
    return blocks.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Where to look for the same child: some years either way, leaving out what too many share.
   *
   * @param frequency share of all names that have the word, between 0 and 1
   */
  static long[] around(ChildMarks child, ToDoubleFunction<Long> frequency) {
    Set<Long> blocks = new LinkedHashSet<>();
    add(blocks, child, YEARS_EITHER_WAY, frequency);
    return blocks.stream().mapToLong(Long::longValue).toArray();
  }

  private static void add(
      Set<Long> blocks, ChildMarks child, int years, ToDoubleFunction<Long> frequency) {
    int from = child.birthYear() - years;
    int to = child.birthYear() + years;
    Set<Long> words = words(child.given());
    words.addAll(words(child.knownAs()));
    Set<Long> names = new LinkedHashSet<>();
    words.stream()
        .filter(word -> frequency.applyAsDouble(word) <= COMMONEST_WORD)
        .forEach(names::add);
    LongStream.of(child.given().of(MarkKind.SKELETON)).forEach(names::add);
    Set<Long> fathers = words(child.father());
    long place = child.districtCode().hashCode();
    for (int year = from; year <= to; year++) {
      for (long name : names) {
        if (frequency.applyAsDouble(name) <= COMMON_NAME) {
          blocks.add(mix(NAME_AND_YEAR, name, year));
        } else {
          blocks.add(mix(NAME_YEAR_AND_PLACE, mix(0, name, place), year));
        }
        if (years == 0) {
          // Found under both: how common a name is changes with the register.
          blocks.add(mix(NAME_YEAR_AND_PLACE, mix(0, name, place), year));
        }
      }
      for (long father : child.father().of(MarkKind.SKELETON)) {
        blocks.add(mix(FATHER_AND_PLACE, mix(0, father, place), year));
      }
    }
    for (long given : child.given().of(MarkKind.SKELETON)) {
      for (long father : child.father().of(MarkKind.SKELETON)) {
        blocks.add(mix(NAME_AND_FATHER, Math.min(given, father), Math.max(given, father)));
      }
    }
    for (long word : words) {
      for (long father : fathers) {
        if (frequency.applyAsDouble(word) * frequency.applyAsDouble(father) <= COMMON_PAIR) {
          // The two are exchanged often enough: which was which does not count.
          blocks.add(mix(NAME_AND_FATHER, Math.min(word, father), Math.max(word, father)));
        }
      }
    }
    for (long number : child.numbers().toArray()) {
      boolean turned = MarkKind.BIRTH_DATE_TURNED.is(number);
      blocks.add(mix(NUMBER, turned ? MarkKind.BIRTH_DATE.of(number) : number, 0));
    }
  }

  /** Words alone and joined, as the same hash. */
  private static Set<Long> words(NameMarks name) {
    Set<Long> words = new LinkedHashSet<>();
    LongStream.of(name.of(MarkKind.WORD)).forEach(words::add);
    LongStream.of(name.of(MarkKind.JOINED)).map(MarkKind.WORD::of).forEach(words::add);
    return words;
  }

  /** Spreads what is hashed already; two blocks meet by chance once in 2^60. */
  private static long mix(int kind, long one, long other) {
    long bits = one * 0x9E3779B97F4A7C15L + Long.rotateLeft(other * 0xC2B2AE3D27D4EB4FL, 31) + kind;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
