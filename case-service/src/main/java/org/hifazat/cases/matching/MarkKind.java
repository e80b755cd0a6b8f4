package org.hifazat.cases.matching;

/** What a mark stands for. The order is stored: new kinds go to the end. */
enum MarkKind {
  /** The letters of the whole name. */
  SPELLING,
  /** The finer key of the whole name, in its order and in alphabetical order. */
  SOUND,
  /** The coarser key of the whole name, likewise. */
  SKELETON,
  /** Letters, or coarser key, with one left out: names one slip of the pen apart share one. */
  NEAR,
  /** The coarser key of one word. */
  WORD,
  /** The coarser key of two neighbouring words written as one. */
  JOINED,
  PHONE,
  IDENTITY_NUMBER,
  BIRTH_DATE,
  /** The birth date with day and month exchanged. */
  BIRTH_DATE_TURNED;

  private static final int BITS = 4;
  private static final long MASK = (1L << BITS) - 1;

  /** A keyed hash cut to sixty bits, with its kind in the last four. */
  long mark(byte[] token) {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << Byte.SIZE) | (token[i] & 0xff);
    }
    return (bits & ~MASK) | ordinal();
  }

  boolean is(long mark) {
    return (mark & MASK) == ordinal();
  }

  /** The same hash under another kind. */
  long of(long mark) {
    return (mark & ~MASK) | ordinal();
  }
}
