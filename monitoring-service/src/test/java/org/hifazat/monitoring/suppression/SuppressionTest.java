package org.hifazat.monitoring.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hifazat.monitoring.suppression.Disclosure.SHOWN;
import static org.hifazat.monitoring.suppression.Disclosure.SMALL;
import static org.hifazat.monitoring.suppression.Disclosure.WITHHELD;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int THRESHOLD = 5;
  private final Suppression suppression = new Suppression(THRESHOLD);

  @Test
  void whatIsNotSmallIsShownAndZeroToo() {
    assertThat(column(5, 0, 12, 900)).containsOnly(SHOWN);
  }

  @Test
  void oneSmallCountTakesTheNextSmallestWithIt() {
    assertThat(column(3, 40, 12, 0)).containsExactly(SMALL, SHOWN, WITHHELD, SHOWN, SHOWN);
  }

  @Test
  void twoSmallCountsThatHideEachOtherTakeNothingWithThem() {
    assertThat(column(1, 4, 12)).containsExactly(SMALL, SMALL, SHOWN, SHOWN);
  }

  @Test
  void twoSmallCountsThatTheirSumGivesAwayTakeAThird() {
    // 1 + 1: with the rest known, the sum leaves nothing else
    assertThat(column(1, 1, 12)).containsExactly(SMALL, SMALL, WITHHELD, SHOWN);
  }

  @Test
  void aCountThatIsAloneTakesTheTotal() {
    assertThat(column(7, 0, 0)).containsOnly(SHOWN);
    assertThat(column(3, 0, 0)).containsExactly(SMALL, SHOWN, SHOWN, SMALL);
  }

  @Test
  void aCountMayBeDemandedToBeWithheldAndIsThenNotComputable() {
    SumNetwork network = new SumNetwork();
    int a = network.node();
    int b = network.node();
    int demanded = network.published(a, b, 20);
    network.published(a, b, 30);
    network.published(b, a, 50);
    Protection protection = suppression.begin(network);
    protection.run();
    assertThat(protection.shown()).containsOnly(SHOWN);
    protection.demand(demanded, WITHHELD);
    protection.run();
    assertThat(protection.shown()).containsExactly(WITHHELD, WITHHELD, SHOWN);
  }

  @Test
  void theRestThatNobodyIsShownIsNotComputableEither() {
    // 14 due, 12 on time: 2 late
    SumNetwork network = new SumNetwork();
    int a = network.node();
    int b = network.node();
    network.published(a, b, 14);
    network.published(b, a, 12);
    network.hidden(b, a, 2);
    assertThat(suppression.apply(network)).containsExactly(SHOWN, WITHHELD, SMALL);
  }

  @Test
  void aSumThatDoesNotComeOutIsRefused() {
    SumNetwork network = new SumNetwork();
    int a = network.node();
    int b = network.node();
    network.published(a, b, 3);
    network.published(b, a, 4);
    assertThatThrownBy(() -> suppression.apply(network))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> network.published(a, b, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThresholdThatHidesNothingIsRefused() {
    assertThatThrownBy(() -> new Suppression(2)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Every table there is with the same shown counts is made, and what they have in common read. */
  @Test
  void whoeverTriesEveryPossibleColumnLearnsNothingOfASmallCount() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      int[] counts = random.ints(1 + random.nextInt(4), 0, 9).toArray();
      SumNetwork network = columnOf(counts);
      Exhaustive.attack(network, suppression.apply(network), THRESHOLD, 14);
    }
  }

  @Test
  void whoeverTriesEveryPossibleTableLearnsNothingOfASmallCount() {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      SumNetwork network = tableOf(random, 2, 2, 7);
      Exhaustive.attack(network, suppression.apply(network), THRESHOLD, 12);
    }
  }

  @Test
  void whoeverBoundsEveryCountOfALargeTableLearnsNothingOfASmallOne() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      SumNetwork network = tableOf(random, 2 + random.nextInt(20), 4, 2 + random.nextInt(30));
      Bounds.attack(network, suppression.apply(network), THRESHOLD);
    }
  }

  @Test
  void theAttackersOfTheseTestsDoSeeThroughWhatIsNotProtected() {
    SumNetwork naive = columnOf(3, 40, 12, 0);
    List<Disclosure> primaryOnly = List.of(SMALL, SHOWN, SHOWN, SHOWN, SHOWN);
    assertThatThrownBy(() -> Bounds.attack(naive, primaryOnly, THRESHOLD))
        .isInstanceOf(AssertionError.class);
    SumNetwork small = columnOf(1, 1, 6);
    assertThatThrownBy(
            () -> Exhaustive.attack(small, List.of(SMALL, SMALL, SHOWN, SHOWN), THRESHOLD, 12))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theSameTableIsAlwaysProtectedTheSameWay() {
    SumNetwork network = tableOf(new Random(4), 12, 4, 12);
    assertThat(suppression.apply(network)).isEqualTo(suppression.apply(network));
  }

  private List<Disclosure> column(int... counts) {
    return suppression.apply(columnOf(counts));
  }

  private static SumNetwork columnOf(int... counts) {
    SumNetwork network = new SumNetwork();
    int from = network.node();
    int to = network.node();
    for (int count : counts) {
      network.published(from, to, count);
    }
    network.published(to, from, Arrays.stream(counts).sum());
    return network;
  }

  /** Rows × columns with all margins and the grand total. */
  private static SumNetwork tableOf(Random random, int rows, int columns, int largest) {
    SumNetwork network = new SumNetwork();
    int top = network.node();
    int bottom = network.node();
    int[] column = new int[columns];
    int[] sums = new int[columns];
    Arrays.setAll(column, i -> network.node());
    int total = 0;
    for (int row = 0; row < rows; row++) {
      int node = network.node();
      int sum = 0;
      for (int i = 0; i < columns; i++) {
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(largest + 1);
        network.published(node, column[i], count);
        sums[i] += count;
        sum += count;
      }
      network.published(top, node, sum);
      total += sum;
    }
    for (int i = 0; i < columns; i++) {
      network.published(column[i], bottom, sums[i]);
    }
    network.published(bottom, top, total);
    return network;
  }
}
