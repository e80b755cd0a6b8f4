package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.Filled;

/** Assessments of a case in the refusal matrix. */
final class ConductingMatrix {

  private ConductingMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            AssessmentOperation.CONDUCT_ASSESSMENT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                Requests.conduct(
                    persona, Standing.one(persona, relation).caseId(), Filled.matrix(1, 1))),
        new MatrixRow(
            AssessmentOperation.LIST_ASSESSMENTS,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona).get(assessments(Standing.one(persona, relation).caseId()))),
        new MatrixRow(
            AssessmentOperation.READ_ASSESSMENT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .get("/v1/assessments/" + Standing.one(persona, relation).assessmentId())),
        new MatrixRow(
            AssessmentOperation.READ_ASSESSMENT_ANSWERS,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .get(
                        "/v1/assessments/"
                            + Standing.one(persona, relation).assessmentId()
                            + "/answers")),
        new MatrixRow(
            AssessmentOperation.AMEND_ASSESSMENT,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                Requests.amend(
                    persona,
                    Standing.one(persona, relation).assessmentId(),
                    Filled.matrix(1, 1).xml(),
                    "Read again")),
        new MatrixRow(
            AssessmentOperation.LIST_PSYCHOLOGISTS,
            Standing.OF_THE_CASE,
            (persona, relation) ->
                as(persona)
                    .get(
                        "/v1/cases/"
                            + Standing.one(persona, relation).caseId()
                            + "/psychologists")),
        new MatrixRow(
            AssessmentOperation.COUNTERSIGN_ASSESSMENT,
            Map.of("psychologist", Set.of(OWN)),
            (persona, relation) ->
                Requests.countersign(
                    persona, Standing.one(persona, relation).assessmentId(), "agreed")),
        new MatrixRow(
            AssessmentOperation.LIST_COUNTERSIGNATURES,
            Map.of("psychologist", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/countersignatures")));
  }
}
