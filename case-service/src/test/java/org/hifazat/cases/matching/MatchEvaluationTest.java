package org.hifazat.cases.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall on a register of invented children. The weights and zones were adjusted on
 * the names to learn from; the figures are those of names held out, which stand in no rule and no
 * table. The ways of going wrong are the same for both. What is printed is the figure; {@code
 * ./hifazat match-evaluation} runs this.
 */
class MatchEvaluationTest {
  private static final int CHILDREN = 10_000;
  private static final int TWICE = 1_400;
  private static final long SEED = 20261121;

  @Test
  void amongHeldOutNamesNineteenOfTwentyChildrenAreFoundAgainAndNineOfTenPairsAreRight() {
    MatchEvaluation.Result result =
        evaluated("held-out", SEED, InventedChildren.Twist.PROMISED, "what is promised");
    assertThat(result.recallQueue()).isGreaterThanOrEqualTo(0.95);
    assertThat(result.precisionQueue()).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void withHarderSlipsAmongThemNineOfTenAreStillFound() {
    MatchEvaluation.Result result =
        evaluated(
            "held-out",
            SEED + 1,
            EnumSet.allOf(InventedChildren.Twist.class),
            "everything at once");
    assertThat(result.recallQueue()).isGreaterThanOrEqualTo(0.90);
    assertThat(result.precisionQueue()).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void theSameSeedGivesTheSameRegister() {
    Set<InventedChildren.Twist> all = EnumSet.allOf(InventedChildren.Twist.class);
    List<InventedChildren.Entry> one = new InventedChildren("learning", 7).register(500, 5, all);
    assertThat(new InventedChildren("learning", 7).register(500, 5, all)).isEqualTo(one);
    assertThat(new InventedChildren("learning", 8).register(500, 5, all)).isNotEqualTo(one);
  }

  private static MatchEvaluation.Result evaluated(
      String part, long seed, Set<InventedChildren.Twist> twists, String what) {
    MatchEvaluation.Result result =
        MatchEvaluation.of(
            new InventedChildren(part, seed).register(CHILDREN, TWICE / twists.size(), twists));
    System.out.printf(
        "FIGURE matching, %s; %s names, seed %d, %,d children of whom %,d are there twice%n%squeue"
            + " (likely and possible): recall %.3f, precision %.3f; likely alone: recall %.3f,"
            + " precision %.3f%nwrong pairs in the queue: %d strangers, %d siblings; %.1f"
            + " comparisons per entry%n",
        what,
        part,
        seed,
        CHILDREN,
        TWICE / twists.size() * twists.size(),
        MatchEvaluation.table(result),
        result.recallQueue(),
        result.precisionQueue(),
        result.recallLikely(),
        result.precisionLikely(),
        result.falseStrangers(),
        result.falseSiblings(),
        (double) result.compared() / (CHILDREN + TWICE));
    return result;
  }
}
