package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;

import java.util.List;
import org.hifazat.assessment.access.AssessmentOperation;

/** The history of the risk and change over time in the refusal matrix. */
final class OverTimeMatrix {

  private OverTimeMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        reading(AssessmentOperation.VIEW_RISK_HISTORY, "/risk-history"),
        reading(AssessmentOperation.VIEW_ASSESSMENT_CHANGES, "/assessment-changes"));
  }

  private static MatrixRow reading(AssessmentOperation operation, String part) {
    return new MatrixRow(
        operation,
        Standing.OF_THE_CASE,
        (persona, relation) ->
            as(persona).get("/v1/cases/" + Standing.one(persona, relation).caseId() + part));
  }
}
