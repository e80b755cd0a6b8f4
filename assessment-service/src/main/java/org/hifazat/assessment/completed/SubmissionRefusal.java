package org.hifazat.assessment.completed;

import java.util.List;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** Says which nodes of a submission are refused, and never what was written there. */
public final class SubmissionRefusal {

  private SubmissionRefusal() {}

  /**
   * @param pointer where in the request the submission stands, as in {@code /submission}
   */
  public static ProblemException of(String pointer, List<AnswerProblem> problems) {
    return new ProblemException(
        AssessmentProblem.SUBMISSION_REFUSED,
        problems.stream()
            .map(problem -> new Violation(pointer + problem.path(), problem.kind().code()))
            .toList());
  }
}
