package org.hifazat.cases.matching;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Two names compared by their marks.
 *
 * @param agreed marks of the first name that the agreement rests on; how rare they are decides how
 *     much it counts
 */
record NameComparison(NameLevel level, long[] agreed) {
  private static final long[] NOTHING = {};

  static NameComparison of(NameMarks one, NameMarks other) {
    if (one.isEmpty() || other.isEmpty()) {
      return new NameComparison(NameLevel.NOT_KNOWN, NOTHING);
    }
    NameMarks common = one.common(other);
    if (common.any(MarkKind.SPELLING)) {
      return new NameComparison(NameLevel.SPELLED_THE_SAME, common.of(MarkKind.SKELETON));
    }
    if (common.any(MarkKind.SKELETON)) {
      return new NameComparison(
          common.any(MarkKind.SOUND) ? NameLevel.SOUNDS_THE_SAME : NameLevel.SAME_CONSONANTS,
          common.of(MarkKind.SKELETON));
    }
    if (common.any(MarkKind.NEAR)) {
      return new NameComparison(NameLevel.ONE_SLIP_APART, NOTHING);
    }
    return byWords(one, other);
  }

  private static NameComparison byWords(NameMarks one, NameMarks other) {
    Set<Long> words = words(one);
    Set<Long> others = words(other);
    Set<Long> agreed = new TreeSet<>(words);
    agreed.retainAll(others);
    // Gulkhan is within Gul Khan Afridi: the two words joined are the one.
    Set<Long> asOne = joined(one);
    Set<Long> othersAsOne = joined(other);
    Set<Long> divided = new TreeSet<>(asOne);
    divided.retainAll(others);
    othersAsOne.stream().filter(words::contains).forEach(divided::add);
    if (agreed.isEmpty() && divided.isEmpty()) {
      return new NameComparison(NameLevel.DIFFERENT, NOTHING);
    }
    boolean within = !divided.isEmpty() || agreed.size() == Math.min(words.size(), others.size());
    agreed.addAll(divided);
    // Two words that stand together in both are rarer than either.
    asOne.stream().filter(othersAsOne::contains).forEach(agreed::add);
    return new NameComparison(
        within ? NameLevel.ONE_WITHIN_THE_OTHER : NameLevel.SHARES_A_WORD,
        agreed.stream().mapToLong(Long::longValue).toArray());
  }

  /** Pairs of neighbouring words, under the hash of the word they make together. */
  private static Set<Long> joined(NameMarks name) {
    Set<Long> joined = new TreeSet<>();
    LongStream.of(name.of(MarkKind.JOINED)).map(MarkKind.WORD::of).forEach(joined::add);
    return joined;
  }

  private static Set<Long> words(NameMarks name) {
    Set<Long> words = new TreeSet<>();
    LongStream.of(name.of(MarkKind.WORD)).forEach(words::add);
    return words;
  }
}
