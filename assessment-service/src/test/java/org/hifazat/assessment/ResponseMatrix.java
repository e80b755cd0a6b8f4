package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;

import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;

/** Responses in the refusal matrix. */
final class ResponseMatrix {

  private ResponseMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.LIST_RESPONSES,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .get(
                        "/v1/assessments/"
                            + Standing.one(persona, relation).assessmentId()
                            + "/responses")),
        new MatrixRow(
            AssessmentOperation.TAKE_RESPONSE,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body("{\"language\":\"en\"}")
                    .post(
                        "/v1/assessments/"
                            + Standing.one(persona, relation).assessmentId()
                            + "/responses/build-on-strengths/taking")));
  }
}
