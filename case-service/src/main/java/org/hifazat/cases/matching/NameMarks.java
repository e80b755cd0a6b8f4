package org.hifazat.cases.matching;

import java.util.Arrays;
import java.util.stream.LongStream;

/** What is kept of a name to compare it by: keyed hashes, from which nothing can be read. */
public final class NameMarks {
  static final NameMarks NONE = new NameMarks();

  private final long[] marks;

  private NameMarks(long... sorted) {
    this.marks = sorted;
  }

  public static NameMarks of(long... marks) {
    return new NameMarks(LongStream.of(marks).sorted().distinct().toArray());
  }

  public long[] toArray() {
    return marks.clone();
  }

  boolean isEmpty() {
    return marks.length == 0;
  }

  boolean has(long mark) {
    return Arrays.binarySearch(marks, mark) >= 0;
  }

  long[] of(MarkKind kind) {
    return only(kind).marks.clone();
  }

  /** Comparing a child with thousands of others asks this of each of them. */
  NameMarks only(MarkKind kind) {
    long[] found = new long[marks.length];
    int size = 0;
    for (long mark : marks) {
      if (kind.is(mark)) {
        found[size++] = mark;
      }
    }
    return first(size, found);
  }

  /** The same hashes, which are of one kind, under another: their order stays. */
  NameMarks as(MarkKind kind) {
    long[] renamed = marks.clone();
    for (int i = 0; i < renamed.length; i++) {
      renamed[i] = kind.of(renamed[i]);
    }
    return new NameMarks(renamed);
  }

  int size() {
    return marks.length;
  }

  private static NameMarks first(int size, long[] sorted) {
    return size == 0 ? NONE : new NameMarks(Arrays.copyOf(sorted, size));
  }

  /** All that both names have, in one pass over both. */
  NameMarks common(NameMarks other) {
    long[] common = new long[Math.min(marks.length, other.marks.length)];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < marks.length && j < other.marks.length) {
      if (marks[i] == other.marks[j]) {
        common[size++] = marks[i];
        i++;
        j++;
      } else if (marks[i] < other.marks[j]) {
        i++;
      } else {
        j++;
      }
    }
    return first(size, common);
  }

  NameMarks and(NameMarks other) {
    return other.isEmpty()
        ? this
        : of(LongStream.concat(LongStream.of(marks), LongStream.of(other.marks)).toArray());
  }

  boolean any(MarkKind kind) {
    for (long mark : marks) {
      if (kind.is(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Marks of a kind that the other name has as well. */
  long[] shared(MarkKind kind, NameMarks other) {
    return only(kind).common(other).marks.clone();
  }
}
