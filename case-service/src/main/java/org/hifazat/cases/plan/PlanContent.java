package org.hifazat.cases.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.cases.casework.AgreedAction;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says: problem, goal, action, who and by when, and who agreed. Each part has an id its
 * author made, which it keeps from edition to edition, so that progress and tasks stay with it.
 *
 * @param child what the child says to the plan; null while not yet recorded
 * @param caregiver what the caregiver says to it
 */
public record PlanContent(
    List<Problem> problems, @Nullable Agreement child, @Nullable Agreement caregiver) {

  public PlanContent {
    problems = List.copyOf(problems);
  }

  public record Problem(UUID id, String words, List<Goal> goals) {}

  public record Goal(UUID id, String words, List<AgreedAction> actions) {}

  /**
   * @param decision agreed, not-agreed or not-asked
   * @param reason why not; needed unless agreed
   */
  public record Agreement(String decision, @Nullable String reason, Instant at) {
    boolean lacksItsReason() {
      return !decision.equals("agreed") && (reason == null || reason.isBlank());
    }
  }

  public Stream<Goal> goals() {
    return problems.stream().flatMap(problem -> problem.goals().stream());
  }

  public Stream<AgreedAction> actions() {
    return goals().flatMap(goal -> goal.actions().stream());
  }

  Stream<Agreement> agreements() {
    return Stream.of(Optional.ofNullable(child), Optional.ofNullable(caregiver))
        .flatMap(Optional::stream);
  }

  /** A plan can be submitted when every problem leads to a goal and every goal to an action. */
  @JsonIgnore
  boolean isComplete() {
    return !problems.isEmpty()
        && problems.stream().noneMatch(problem -> problem.goals().isEmpty())
        && goals().noneMatch(goal -> goal.actions().isEmpty());
  }

  boolean repeatsAnId() {
    Set<UUID> ids = new HashSet<>();
    return !(problems.stream().map(Problem::id).allMatch(ids::add)
        && goals().map(Goal::id).allMatch(ids::add)
        && actions().map(AgreedAction::id).allMatch(ids::add));
  }
}
