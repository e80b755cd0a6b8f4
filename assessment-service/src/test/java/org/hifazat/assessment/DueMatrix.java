package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;

import java.util.List;
import org.hifazat.assessment.access.AssessmentOperation;

/** Due assessments in the refusal matrix. */
final class DueMatrix {

  private DueMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.LIST_DUE_ASSESSMENTS,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .get(
                        "/v1/cases/"
                            + Standing.one(persona, relation).caseId()
                            + "/due-assessments")));
  }
}
