package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;

/** What other features ask of the plan a case follows today. */
@ApplicationScoped
public class PlanInForce {
  private static final String REACHED = "reached";
  private static final Set<String> ENDED = Set.of(REACHED, "given-up");

  private final CasePlans plans;
  private final PlanWords words;

  PlanInForce(CasePlans plans, PlanWords words) {
    this.plans = plans;
    this.words = words;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> id(UUID caseId) {
    return plans.inForce(caseId).map(CasePlan::id);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasAction(CaseFile file, UUID action) {
    return plans
        .inForce(file.id())
        .filter(
            plan ->
                words.open(file.childId(), plan).actions().anyMatch(one -> one.id().equals(action)))
        .isPresent();
  }

  /** What the goals of the plan say about the end of the work. */
  public enum Goals {
    NO_PLAN,
    OPEN,
    REACHED
  }

  /**
   * Of the running episode's plan: every goal was last found reached or given up, and one at least
   * reached.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Goals goals(CaseFile file) {
    Optional<CasePlan> plan = plans.inForce(file.id()).filter(one -> isOfThisEpisode(file, one));
    if (plan.isEmpty()) {
      return Goals.NO_PLAN;
    }
    Map<UUID, String> last = new HashMap<>();
    plans.progress(file.id()).forEach(progress -> last.put(progress.goalId(), progress.level()));
    List<String> levels =
        words
            .open(file.childId(), plan.get())
            .goals()
            .map(goal -> last.getOrDefault(goal.id(), ""))
            .toList();
    return levels.contains(REACHED) && ENDED.containsAll(levels) ? Goals.REACHED : Goals.OPEN;
  }

  private static boolean isOfThisEpisode(CaseFile file, CasePlan plan) {
    return file.reopenedAt()
        .map(since -> plan.approvedAt().filter(at -> !at.isBefore(since)).isPresent())
        .orElse(true);
  }
}
