package org.hifazat.cases.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for the same child in a whole register of invented children, with the very blocks, weights
 * and zones of the service, and counts what was found and what was not.
 */
final class MatchEvaluation {
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(MatchEvaluation::digest);

  private final List<InventedChildren.Entry> entries;
  private final List<ChildMarks> marks = new ArrayList<>();
  private final Map<Long, List<Integer>> byBlock = new HashMap<>();
  private final NameCounts counts;
  private final Map<InventedChildren.Twist, int[]> found =
      new EnumMap<>(InventedChildren.Twist.class);
  private final int[] truePairs = new int[2];
  private final int[] falsePairs = new int[2];
  private final int[] falseSiblings = new int[2];
  private final List<String> missed = new ArrayList<>();
  private long compared;

  /** What of a register was found again. */
  record Result(
      Map<InventedChildren.Twist, int[]> byTwist,
      double recallLikely,
      double precisionLikely,
      double recallQueue,
      double precisionQueue,
      int falseStrangers,
      int falseSiblings,
      long compared,
      List<String> missed) {}

  private static final int EXPECTED = 0;
  private static final int IN_A_BLOCK = 1;
  private static final int IN_QUEUE = 2;
  private static final int LIKELY = 3;

  private MatchEvaluation(List<InventedChildren.Entry> entries) {
    this.entries = entries;
    MarkMaker maker = new MarkMaker(MatchEvaluation::hash);
    for (InventedChildren.Entry entry : entries) {
      List<Long> numbers = new ArrayList<>(maker.phone(entry.phone()));
      numbers.addAll(maker.identityNumber(entry.identityNumber()));
      marks.add(maker.of(entry.person(), numbers));
    }
    counts = count(marks);
    for (int i = 0; i < marks.size(); i++) {
      for (long block : Blocks.of(marks.get(i))) {
        byBlock.computeIfAbsent(block, b -> new ArrayList<>()).add(i);
      }
    }
  }

  static Result of(List<InventedChildren.Entry> entries) {
    return new MatchEvaluation(entries).run();
  }

  private Result run() {
    Map<Integer, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).twist() == null) {
        firstOf.put(entries.get(i).child(), i);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      InventedChildren.Entry entry = entries.get(i);
      int expected = entry.twist() == null ? -1 : firstOf.getOrDefault(entry.child(), -1);
      compare(i, expected);
    }
    int all = 0;
    int likely = 0;
    int queue = 0;
    for (int[] row : found.values()) {
      all += row[EXPECTED];
      queue += row[IN_QUEUE];
      likely += row[LIKELY];
    }
    return new Result(
        found,
        (double) likely / all,
        precision(1),
        (double) queue / all,
        precision(0),
        falsePairs[0] - falseSiblings[0],
        falseSiblings[0],
        compared,
        missed);
  }

  private double precision(int zone) {
    return (double) truePairs[zone] / Math.max(1, truePairs[zone] + falsePairs[zone]);
  }

  /** With everybody registered before, as it happens at a registration. */
  private void compare(int i, int expected) {
    ChildMarks one = marks.get(i);
    BitSet candidates = new BitSet();
    for (long block : Blocks.around(one, counts::shareOfWord)) {
      for (int other : byBlock.getOrDefault(block, List.of())) {
        if (other < i) {
          candidates.set(other);
        }
      }
    }
    int[] row = expected < 0 ? new int[4] : row(i);
    row[EXPECTED]++;
    for (int other : candidates.stream().toArray()) {
      compared++;
      Judgement judgement = Comparison.of(one, marks.get(other), counts);
      boolean right = entries.get(i).child() == entries.get(other).child();
      if (other == expected) {
        row[IN_A_BLOCK]++;
        row[IN_QUEUE] += judgement.zone() == Judgement.Zone.NONE ? 0 : 1;
        row[LIKELY] += judgement.zone() == Judgement.Zone.LIKELY ? 1 : 0;
        if (judgement.zone() == Judgement.Zone.NONE) {
          miss(i, other, judgement.parts().toString());
        }
      }
      if (!right && judgement.zone() != Judgement.Zone.NONE) {
        wrong(i, other, judgement);
      }
      count(judgement, right, entries.get(i).family() == entries.get(other).family());
    }
    if (expected >= 0 && !candidates.get(expected)) {
      miss(i, expected, "no block");
    }
  }

  private int[] row(int i) {
    return found.computeIfAbsent(
        java.util.Objects.requireNonNull(entries.get(i).twist()), twist -> new int[4]);
  }

  private void wrong(int i, int other, Judgement judgement) {
    missed.add(
        "WRONG %.2f: %s / %s %s"
            .formatted(
                judgement.chance(),
                entries.get(i).person(),
                entries.get(other).person(),
                judgement.parts()));
  }

  private void miss(int i, int other, String why) {
    missed.add(
        "%s: %s / %s %s"
            .formatted(
                entries.get(i).twist(), entries.get(i).person(), entries.get(other).person(), why));
  }

  private void count(Judgement judgement, boolean right, boolean family) {
    for (int zone = 0; zone < 2; zone++) {
      boolean in =
          zone == 0
              ? judgement.zone() != Judgement.Zone.NONE
              : judgement.zone() == Judgement.Zone.LIKELY;
      if (in && right) {
        truePairs[zone]++;
      } else if (in) {
        falsePairs[zone]++;
        falseSiblings[zone] += family ? 1 : 0;
      }
    }
  }

  /** As the database counts them: by skeleton and by word. */
  static NameCounts count(List<ChildMarks> children) {
    Map<Long, Integer> given = new HashMap<>();
    Map<Long, Integer> father = new HashMap<>();
    for (ChildMarks child : children) {
      NameCounts.counted(child.given()).forEach(mark -> given.merge(mark, 1, Integer::sum));
      NameCounts.counted(child.father()).forEach(mark -> father.merge(mark, 1, Integer::sum));
    }
    return new NameCounts(children.size(), given, father);
  }

  static String table(Result result) {
    StringBuilder text =
        new StringBuilder(
            "%-28s %6s %9s %7s %7s%n"
                .formatted("second entry", "pairs", "compared", "likely", "queue"));
    result
        .byTwist()
        .forEach(
            (twist, row) ->
                text.append(
                    "%-28s %6d %9.3f %7.3f %7.3f%n"
                        .formatted(
                            twist.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            row[EXPECTED],
                            (double) row[IN_A_BLOCK] / row[EXPECTED],
                            (double) row[LIKELY] / row[EXPECTED],
                            (double) row[IN_QUEUE] / row[EXPECTED])));
    return text.toString();
  }

  static byte[] hash(String purpose, String normal) {
    byte[] text = (purpose + ":" + normal).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(DIGEST.get().digest(text), 16);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
