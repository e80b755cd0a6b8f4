package org.hifazat.cases.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weighs the agreements of two records after Fellegi and Sunter (A Theory for Record Linkage,
 * 1969), in bits, with the frequency of the name that agrees.
 *
 * <p>Strangers are not the only ones who are not the same child: brothers and sisters share father,
 * phone and place without being one. They are a third possibility of their own here; the part
 * "family" takes away what the agreement of a family explains.
 */
public final class Comparison {
  private static final double FEWEST_CHILDREN = 200;

  private final NameCounts counts;
  private final List<Judgement.Part> parts = new ArrayList<>();

  /** Logarithms of how much likelier the agreement is for the child, a sibling than a stranger. */
  private double child;

  private double sibling;

  private Comparison(NameCounts counts) {
    this.counts = counts;
  }

  /**
   * @param one the child to be found again; the counts hold its marks
   */
  public static Judgement of(ChildMarks one, ChildMarks other, NameCounts counts) {
    return new Comparison(counts).judge(one, other);
  }

  private Judgement judge(ChildMarks one, ChildMarks other) {
    names(one, other);
    add("birth", BirthLevel.of(one, other).label(), Weights.birth(BirthLevel.of(one, other)), 0);
    agreement("sex", sex(one, other), Weights.SEX.getOrDefault(sex(one, other), NEUTRAL));
    Agreement phone = Agreement.of(one.numbers(), other.numbers(), MarkKind.PHONE);
    agreement("phone", phone, Weights.PHONE.getOrDefault(phone, NEUTRAL));
    Agreement number = Agreement.of(one.numbers(), other.numbers(), MarkKind.IDENTITY_NUMBER);
    agreement("identity-number", number, Weights.IDENTITY_NUMBER.getOrDefault(number, NEUTRAL));
    Agreement place =
        one.districtCode().equals(other.districtCode()) ? Agreement.SAME : Agreement.DIFFERENT;
    agreement("district", place, Weights.DISTRICT.getOrDefault(place, NEUTRAL));
    return withFamily();
  }

  private static final Weights.Shares NEUTRAL = new Weights.Shares(1, 1, 1);

  private Judgement withFamily() {
    double strangers = Math.max(counts.children(), FEWEST_CHILDREN);
    double siblingsPerStranger = Weights.SIBLINGS / strangers;
    double family = -log2(1 + siblingsPerStranger * Math.pow(2, sibling));
    if (family < -0.05) {
      parts.add(new Judgement.Part("family", "could-be-brother-or-sister", family, 0));
    }
    double weight = child + family;
    double odds = Weights.KNOWN_ALREADY / strangers * Math.pow(2, weight);
    double chance = odds / (1 + odds);
    return new Judgement(Judgement.zone(chance), chance, weight, List.copyOf(parts));
  }

  private void names(ChildMarks one, ChildMarks other) {
    NameComparison given = NameComparison.of(one.given(), other.given());
    NameComparison father = NameComparison.of(one.father(), other.father());
    if (exchanged(given, father)) {
      NameComparison asFather = NameComparison.of(one.given(), other.father());
      NameComparison asGiven = NameComparison.of(one.father(), other.given());
      if (asFather.level().wholeNameAgrees() && asGiven.level().wholeNameAgrees()) {
        name("given-name", new NameComparison(NameLevel.EXCHANGED, asFather.agreed()), true);
        name("father-name", new NameComparison(NameLevel.EXCHANGED, asGiven.agreed()), false);
        return;
      }
    }
    NameComparison known = knownAs(one, other);
    if (!given.level().wholeNameAgrees() && known.level().wholeNameAgrees()) {
      name("known-as", known, true);
    } else {
      name("given-name", given, true);
    }
    name("father-name", father, false);
  }

  private static boolean exchanged(NameComparison given, NameComparison father) {
    return !given.level().wholeNameAgrees() && !father.level().wholeNameAgrees();
  }

  private static NameComparison knownAs(ChildMarks one, ChildMarks other) {
    NameComparison as = NameComparison.of(one.knownAs(), other.given());
    if (as.level().wholeNameAgrees()) {
      return as;
    }
    NameComparison is = NameComparison.of(one.given(), other.knownAs());
    return is.level().wholeNameAgrees() ? is : NameComparison.of(one.knownAs(), other.knownAs());
  }

  private void name(String field, NameComparison compared, boolean ofTheChild) {
    NameLevel level = compared.level();
    Weights.Shares shares = ofTheChild ? Weights.given(level) : Weights.father(level);
    ToDoubleFunction<Long> share = ofTheChild ? counts::shareOfGiven : counts::shareOfFathers;
    double frequency =
        switch (level) {
          case SPELLED_THE_SAME,
              SOUNDS_THE_SAME,
              SAME_CONSONANTS,
              EXCHANGED,
              ONE_WITHIN_THE_OTHER,
              SHARES_A_WORD ->
              rarest(compared.agreed(), share);
          case ONE_SLIP_APART, DIFFERENT, NOT_KNOWN -> 1;
        };
    double byChance = shares.stranger() * frequency;
    double ofSibling = shares.sibling();
    if (ofTheChild && level.wholeNameAgrees()) {
      ofSibling = shares.sibling() * Weights.SIBLINGS_NAMED_THE_SAME;
    } else if (ofTheChild && frequency < 1) {
      ofSibling = shares.sibling() * Math.min(1, frequency / Weights.FAMILY_WORD);
    }
    int oneIn = frequency < 1 ? (int) Math.round(1 / frequency) : 0;
    add(field, level.label(), new Weights.Shares(shares.child(), ofSibling, byChance), oneIn);
  }

  private static double rarest(long[] marks, ToDoubleFunction<Long> share) {
    double rarest = 1;
    for (long mark : marks) {
      rarest = Math.min(rarest, share.applyAsDouble(mark));
    }
    return rarest;
  }

  private void agreement(String field, Agreement agreement, Weights.Shares shares) {
    add(field, agreement.label(), shares, 0);
  }

  private void add(String field, String level, Weights.Shares shares, int oneIn) {
    double weight = log2(shares.child() / shares.stranger());
    child += weight;
    sibling += log2(shares.sibling() / shares.stranger());
    parts.add(new Judgement.Part(field, level, weight, oneIn));
  }

  private static Agreement sex(ChildMarks one, ChildMarks other) {
    if (one.sex().equals("x") || other.sex().equals("x")) {
      return Agreement.NOT_KNOWN;
    }
    return one.sex().equals(other.sex()) ? Agreement.SAME : Agreement.DIFFERENT;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
