package org.hifazat.cases.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Children who are not registered yet, as the rows of a file, compared with one another as the
 * registered are. Their names count with those of the register, since a file may be larger than it.
 */
public final class GatheredMarks {
  private final Map<Integer, ChildMarks> children;
  private final Map<Long, Integer> given = new HashMap<>();
  private final Map<Long, Integer> father = new HashMap<>();
  private final Map<Long, List<Integer>> byBlock = new HashMap<>();

  /**
   * @param children by their place in the file
   */
  public GatheredMarks(Map<Integer, ChildMarks> children) {
    this.children = Map.copyOf(children);
    for (ChildMarks child : this.children.values()) {
      NameCounts.counted(child.given()).forEach(mark -> given.merge(mark, 1, Integer::sum));
      NameCounts.counted(child.father()).forEach(mark -> father.merge(mark, 1, Integer::sum));
    }
  }

  /** Who is like somebody before, and what is to be thought of it. */
  public record Like(int place, Judgement judgement) {}

  /** How common the child's names are in the register and here together. */
  public NameCounts counts(ChildMarks child, NameCounts registered) {
    Set<Long> marks = new HashSet<>();
    Stream.of(child.given(), child.father(), child.knownAs())
        .forEach(name -> marks.addAll(NameCounts.counted(name)));
    Map<Long, Integer> ofGiven = new HashMap<>();
    Map<Long, Integer> ofFathers = new HashMap<>();
    for (long mark : marks) {
      ofGiven.put(mark, registered.given().getOrDefault(mark, 0) + given.getOrDefault(mark, 0));
      ofFathers.put(mark, registered.father().getOrDefault(mark, 0) + father.getOrDefault(mark, 0));
    }
    return new NameCounts(registered.children() + children.size(), ofGiven, ofFathers);
  }

  /** From now on those who come later are compared with this one. */
  public void add(int place) {
    ChildMarks child = children.get(place);
    if (child != null) {
      for (long block : Blocks.of(child)) {
        List<Integer> places = byBlock.computeIfAbsent(block, any -> new ArrayList<>());
        if (!places.contains(place)) {
          places.add(place);
        }
      }
    }
  }

  /** The likeliest of those added who stand before the place. */
  public Optional<Like> likeliestBefore(int place, NameCounts counts) {
    ChildMarks child = children.get(place);
    if (child == null) {
      return Optional.empty();
    }
    Set<Integer> around = new HashSet<>();
    for (long block : Blocks.around(child, counts::shareOfWord)) {
      byBlock.getOrDefault(block, List.of()).stream()
          .filter(other -> other < place)
          .forEach(around::add);
    }
    Like likeliest = null;
    for (int other : around) {
      ChildMarks marks = children.get(other);
      if (marks == null) {
        continue;
      }
      Judgement judgement = Comparison.of(child, marks, counts);
      if (judgement.zone() != Judgement.Zone.NONE
          && (likeliest == null || judgement.chance() > likeliest.judgement().chance())) {
        likeliest = new Like(other, judgement);
      }
    }
    return Optional.ofNullable(likeliest);
  }
}
