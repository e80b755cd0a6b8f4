package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the server makes of a submission. */
public sealed interface Scoring {

  /**
   * The submission was accepted and scored here, whatever it claimed.
   *
   * @param level the band; a red flag forces high
   * @param score 0 or more
   * @param arithmetic the lines that led to the score, in the form's order
   * @param redFlags codes of the red flags found; empty when none
   * @param conductedOn the day the form says, if it asks
   * @param rejectedClaims names of calculated nodes whose submitted value was not ours
   * @param answers the submission as it counts: irrelevant answers pruned, calculations ours
   */
  record Scored(
      RiskLevel level,
      int score,
      List<ArithmeticLine> arithmetic,
      List<String> redFlags,
      Optional<LocalDate> conductedOn,
      List<String> rejectedClaims,
      String answers)
      implements Scoring {

    public Scored {
      arithmetic = List.copyOf(arithmetic);
      redFlags = List.copyOf(redFlags);
      rejectedClaims = List.copyOf(rejectedClaims);
    }
  }

  /** Nothing was scored; at least one problem. */
  record Refused(List<AnswerProblem> problems) implements Scoring {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
