package org.hifazat.cases.matching;

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
    NameMarks words = one.only(MarkKind.WORD);
    NameMarks others = other.only(MarkKind.WORD);
    // pairs of neighbouring words, under the hash of the word they make together
    NameMarks asOne = one.only(MarkKind.JOINED).as(MarkKind.WORD);
    NameMarks othersAsOne = other.only(MarkKind.JOINED).as(MarkKind.WORD);
    NameMarks agreed = words.common(others);
    // Gulkhan is within Gul Khan Afridi: the two words joined are the one.
    NameMarks divided = asOne.common(others).and(words.common(othersAsOne));
    if (agreed.isEmpty() && divided.isEmpty()) {
      return new NameComparison(NameLevel.DIFFERENT, NOTHING);
    }
    boolean within = !divided.isEmpty() || agreed.size() == Math.min(words.size(), others.size());
    return new NameComparison(
        within ? NameLevel.ONE_WITHIN_THE_OTHER : NameLevel.SHARES_A_WORD,
        // Two words that stand together in both are rarer than either.
        agreed.and(divided).and(asOne.common(othersAsOne)).toArray());
  }
}
