package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/**
 * A case leaves its review once what the review found is written down: back to work, to a new plan,
 * and, unless a supervisor says why not, to its end.
 */
@ApplicationScoped
class ReviewGate implements Gate {
  private final CaseReviews reviews;

  ReviewGate(CaseReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.IMPLEMENT, Step.REPLAN, Step.CLOSE);
  }

  /** A review of the day on which it was begun counts, whichever was recorded first. */
  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    if (file.step() != CaseState.UNDER_REVIEW) {
      return List.of();
    }
    Instant since = KarachiTime.day(file.stateSince()).atStartOfDay(KarachiTime.ZONE).toInstant();
    if (reviews.anySince(file.id(), since)) {
      return List.of();
    }
    return List.of(
        step == Step.CLOSE ? Blocker.overridable("review-needed") : Blocker.firm("review-needed"));
  }
}
