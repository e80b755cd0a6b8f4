package org.hifazat.assessment.instrument;

import java.util.List;

/**
 * What an unfinished submission says already.
 *
 * @param problems why it is none of this form; what is missing or cannot stand together yet is no
 *     problem before the end
 * @param alarms answers that interrupt
 */
public record Unfinished(List<AnswerProblem> problems, List<RaisedAlarm> alarms) {

  public Unfinished {
    problems = List.copyOf(problems);
    alarms = List.copyOf(alarms);
  }

  static Unfinished refused(AnswerProblem.Kind why) {
    return new Unfinished(List.of(new AnswerProblem("", why)), List.of());
  }
}
