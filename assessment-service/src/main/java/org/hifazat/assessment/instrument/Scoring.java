package org.hifazat.assessment.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the server makes of a submission. */
public sealed interface Scoring {

  /**
   * The submission was accepted and scored here, whatever it claimed.
   *
   * @param level the level of risk, for an instrument whose purpose is risk; a red flag forces high
   * @param band what the form calculated; {@link #INVALID} when too much was left out to score it
   * @param valid whether enough was answered for the score to mean anything
   * @param score 0 or more; 0 when not valid
   * @param arithmetic the lines that led to the score, in the form's order
   * @param redFlags codes of the red flags found; empty when none
   * @param alarms answers that interrupt; also those of an assessment that is not valid
   * @param conductedOn the day the form says, if it asks
   * @param rejectedClaims names of calculated nodes whose submitted value was not ours
   * @param answers the submission as it counts: irrelevant answers pruned, calculations ours
   */
  record Scored(
      Optional<RiskLevel> level,
      String band,
      boolean valid,
      int score,
      List<ArithmeticLine> arithmetic,
      List<String> redFlags,
      List<RaisedAlarm> alarms,
      Optional<LocalDate> conductedOn,
      List<String> rejectedClaims,
      String answers)
      implements Scoring {

    /** The band of an assessment that cannot be scored. */
    public static final String INVALID = "invalid";

    public Scored {
      arithmetic = List.copyOf(arithmetic);
      redFlags = List.copyOf(redFlags);
      alarms = List.copyOf(alarms);
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
