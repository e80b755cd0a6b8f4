package org.hifazat.cases.matching;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each level of agreement is seen between two records of one child, of a brother or
 * sister, and of strangers.
 *
 * <p>The first two columns are judgement, rounded, and were adjusted once on the names to learn
 * from; those of strangers' names were counted from random pairs of invented children with those
 * names. Ages are taken as spread evenly over 18 years. A register of real children would say
 * better; nothing here was fitted to the held-out names.
 */
final class Weights {
  /** Kept with every pair, so that an old one can be explained by what held then. */
  static final int VERSION = 1;

  /** Of ten children newly registered, one is known already: the same child comes up again. */
  static final double KNOWN_ALREADY = 0.1;

  /** For two children one brother or sister is registered. */
  static final double SIBLINGS = 0.5;

  /** Shares among records of the same child, of siblings and of strangers. */
  record Shares(double child, double sibling, double stranger) {}

  private static final Map<NameLevel, Shares> GIVEN = new EnumMap<>(NameLevel.class);
  private static final Map<NameLevel, Shares> FATHER = new EnumMap<>(NameLevel.class);
  private static final Map<BirthLevel, Shares> BIRTH = new EnumMap<>(BirthLevel.class);

  static final Map<Agreement, Shares> SEX = same(0.985, 0.5, 0.5);

  /** Seven digits; a phone is shared in a house and changes hands. */
  static final Map<Agreement, Shares> PHONE = same(0.6, 0.6, 0.0002);

  /** The child's own number or a parent's. */
  static final Map<Agreement, Shares> IDENTITY_NUMBER = same(0.75, 0.6, 0.00005);

  static final Map<Agreement, Shares> DISTRICT = same(0.8, 0.85, 0.05);

  static {
    // Where names agree as a whole, the last two columns say how such pairs divide among the three
    // levels; the name's own frequency is taken into account beside it.
    GIVEN.put(NameLevel.SPELLED_THE_SAME, new Shares(0.28, 0.42, 0.42));
    GIVEN.put(NameLevel.SOUNDS_THE_SAME, new Shares(0.42, 0.49, 0.49));
    GIVEN.put(NameLevel.SAME_CONSONANTS, new Shares(0.06, 0.09, 0.09));
    GIVEN.put(NameLevel.ONE_SLIP_APART, new Shares(0.04, 0.003, 0.0012));
    GIVEN.put(NameLevel.ONE_WITHIN_THE_OTHER, new Shares(0.15, 0.05, 0.20));
    GIVEN.put(NameLevel.SHARES_A_WORD, new Shares(0.02, 0.25, 0.80));
    GIVEN.put(NameLevel.EXCHANGED, new Shares(0.03, 0.005, 0.5));
    GIVEN.put(NameLevel.DIFFERENT, new Shares(0.02, 0.675, 0.98));
    FATHER.put(NameLevel.SPELLED_THE_SAME, new Shares(0.28, 0.28, 0.42));
    FATHER.put(NameLevel.SOUNDS_THE_SAME, new Shares(0.41, 0.41, 0.49));
    FATHER.put(NameLevel.SAME_CONSONANTS, new Shares(0.07, 0.07, 0.09));
    FATHER.put(NameLevel.ONE_SLIP_APART, new Shares(0.04, 0.04, 0.0012));
    FATHER.put(NameLevel.ONE_WITHIN_THE_OTHER, new Shares(0.14, 0.14, 0.20));
    FATHER.put(NameLevel.SHARES_A_WORD, new Shares(0.02, 0.02, 0.80));
    FATHER.put(NameLevel.EXCHANGED, new Shares(0.8, 0.8, 1.0));
    FATHER.put(NameLevel.DIFFERENT, new Shares(0.04, 0.04, 0.98));
    BIRTH.put(BirthLevel.SAME_DATE, new Shares(0.80, 0.01, 0.00015));
    BIRTH.put(BirthLevel.DAY_AND_MONTH_EXCHANGED, new Shares(0.04, 0.001, 0.0001));
    BIRTH.put(BirthLevel.SAME_YEAR_OTHER_DATE, new Shares(0.06, 0.015, 0.055));
    BIRTH.put(BirthLevel.DATES_A_YEAR_APART, new Shares(0.05, 0.12, 0.105));
    BIRTH.put(BirthLevel.DATES_FEW_YEARS_APART, new Shares(0.03, 0.40, 0.18));
    BIRTH.put(BirthLevel.DATES_MANY_YEARS_APART, new Shares(0.005, 0.45, 0.66));
    BIRTH.put(BirthLevel.SAME_YEAR, new Shares(0.75, 0.02, 0.055));
    BIRTH.put(BirthLevel.ONE_YEAR_APART, new Shares(0.15, 0.13, 0.105));
    BIRTH.put(BirthLevel.FEW_YEARS_APART, new Shares(0.07, 0.40, 0.18));
    BIRTH.put(BirthLevel.MANY_YEARS_APART, new Shares(0.01, 0.45, 0.66));
    BIRTH.put(BirthLevel.ESTIMATES_AGREE, new Shares(0.38, 0.06, 0.055));
    BIRTH.put(BirthLevel.ESTIMATES_ONE_YEAR_APART, new Shares(0.36, 0.16, 0.105));
    BIRTH.put(BirthLevel.ESTIMATES_TWO_YEARS_APART, new Shares(0.15, 0.20, 0.095));
    BIRTH.put(BirthLevel.ESTIMATES_FEW_YEARS_APART, new Shares(0.08, 0.28, 0.17));
    BIRTH.put(BirthLevel.ESTIMATES_MANY_YEARS_APART, new Shares(0.027, 0.20, 0.25));
    BIRTH.put(BirthLevel.ESTIMATES_FAR_APART, new Shares(0.003, 0.10, 0.325));
  }

  /** Siblings who bear the same name are as good as never seen. */
  static final double SIBLINGS_NAMED_THE_SAME = 0.005;

  /**
   * What brothers and sisters have in common in their names are words that many have: Khan, Gul.
   */
  static final double FAMILY_WORD = 0.01;

  private Weights() {}

  static Shares given(NameLevel level) {
    return shares(GIVEN, level);
  }

  static Shares father(NameLevel level) {
    return shares(FATHER, level);
  }

  static Shares birth(BirthLevel level) {
    return shares(BIRTH, level);
  }

  private static <K> Shares shares(Map<K, Shares> table, K level) {
    return table.getOrDefault(level, new Shares(1, 1, 1));
  }

  private static Map<Agreement, Shares> same(double child, double sibling, double stranger) {
    return Map.of(
        Agreement.SAME, new Shares(child, sibling, stranger),
        Agreement.DIFFERENT, new Shares(1 - child, 1 - sibling, 1 - stranger),
        Agreement.NOT_KNOWN, new Shares(1, 1, 1));
  }
}
