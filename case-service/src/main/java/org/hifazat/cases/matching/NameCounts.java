package org.hifazat.cases.matching;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How many of the registered children have a name or a word of it, counted from marks. That is the
 * only source of frequencies: no list of names stands behind it.
 *
 * @param children how many were counted
 * @param given by mark, for the child's own name
 * @param father by mark, for the father's
 */
public record NameCounts(long children, Map<Long, Integer> given, Map<Long, Integer> father) {
  /** As if so many children with names of their own had been counted before. */
  private static final double CAUTION = 200;

  /** Beyond this a name is not rarer but misspelled: thirteen bits at most. */
  static final double RAREST = 1.0 / 8192;

  public static NameCounts none() {
    return new NameCounts(0, Map.of(), Map.of());
  }

  double shareOfGiven(long mark) {
    return share(given.getOrDefault(mark, 0));
  }

  double shareOfFathers(long mark) {
    return share(father.getOrDefault(mark, 0));
  }

  /** A word's share among both, for deciding where to look. */
  double shareOfWord(long mark) {
    return Math.max(shareOfGiven(mark), shareOfFathers(mark));
  }

  /** The marks of a name that are counted: the whole of it and each word, joined or not. */
  static Set<Long> counted(NameMarks name) {
    Set<Long> counted = new HashSet<>();
    LongStream.of(name.of(MarkKind.SKELETON)).forEach(counted::add);
    LongStream.of(name.of(MarkKind.WORD)).forEach(counted::add);
    LongStream.of(name.of(MarkKind.JOINED)).map(MarkKind.WORD::of).forEach(counted::add);
    return counted;
  }

  private double share(int count) {
    return Math.max(RAREST, (count + 1.0) / (children + CAUTION));
  }
}
