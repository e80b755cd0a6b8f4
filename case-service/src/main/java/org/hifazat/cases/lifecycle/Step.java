package org.hifazat.cases.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hifazat.cases.casefile.CaseState;

/** What can be done to a case's state, from where, and where it leads. */
public enum Step {
  /** The first assessment is made and acted on. */
  ASSESS(CaseState.ASSESSED, CaseState.IDENTIFIED),
  /** The assessment is complete; the plan is being agreed. */
  PLAN(CaseState.PLANNED, CaseState.ASSESSED),
  /** The plan is carried out, for the first time or after a review. */
  IMPLEMENT(CaseState.IN_IMPLEMENTATION, CaseState.PLANNED, CaseState.UNDER_REVIEW),
  /** What the plan has brought is looked at with the child and the caregiver. */
  REVIEW(CaseState.UNDER_REVIEW, CaseState.IN_IMPLEMENTATION),
  /** The review asks for another plan. */
  REPLAN(CaseState.PLANNED, CaseState.UNDER_REVIEW),
  /** Ends the episode; proposed by the worker, done by the supervisor's approval. */
  CLOSE(
      CaseState.CLOSED,
      CaseState.IDENTIFIED,
      CaseState.ASSESSED,
      CaseState.PLANNED,
      CaseState.IN_IMPLEMENTATION,
      CaseState.UNDER_REVIEW),
  /** Begins the next episode under the same number. */
  REOPEN(CaseState.IDENTIFIED, CaseState.CLOSED);

  private final CaseState to;
  private final Set<CaseState> from;

  Step(CaseState to, CaseState... from) {
    this.to = to;
    this.from = Set.of(from);
  }

  public CaseState to() {
    return to;
  }

  public boolean startsFrom(CaseState state) {
    return from.contains(state);
  }

  /** Steps that lead out of a state, in the order of the work. */
  public static List<Step> outOf(CaseState state) {
    return Arrays.stream(values()).filter(step -> step.startsFrom(state)).toList();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static Step of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
