package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.platform.security.Relation;

/** Due assessments in the refusal matrix. */
final class DueMatrix {

  private static final Map<String, Set<Relation>> COMMISSION =
      Map.of("commission-admin", Set.of(NONE));

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
                            + "/due-assessments")),
        new MatrixRow(
            AssessmentOperation.LIST_DUE_POLICIES,
            Map.of(
                "social-worker", Set.of(NONE),
                "protection-officer", Set.of(NONE),
                "psychologist", Set.of(NONE),
                "supervisor", Set.of(NONE),
                "commission-admin", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/due-policies")),
        new MatrixRow(
            AssessmentOperation.SET_DUE_POLICY,
            COMMISSION,
            (persona, relation) ->
                as(persona)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(Requests.body(DuePolicyTest.policy("nothing-known", 24)))
                    .post("/v1/due-policies")),
        new MatrixRow(
            AssessmentOperation.END_DUE_POLICY,
            COMMISSION,
            (persona, relation) ->
                as(persona)
                    .body("{\"validTo\":\"2000-01-01\"}")
                    .post("/v1/due-policies/" + UUID.randomUUID() + "/end")));
  }
}
