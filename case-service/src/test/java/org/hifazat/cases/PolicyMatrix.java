package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;

/** What the Commission lays down, in the refusal matrix. */
final class PolicyMatrix {
  private static final Map<String, Set<Relation>> ADMIN = Map.of("commission-admin", Set.of(NONE));

  private PolicyMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.KEEP_CODES,
            ADMIN,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body("{\"source\":\"The matrix\"}")
                    .put("/v1/code-lists/urgency/routine/end/2010-01-01")),
        new MatrixRow(
            CaseOperation.READ_CASE_POLICIES,
            Map.of(
                "social-worker", Set.of(NONE),
                "protection-officer", Set.of(NONE),
                "supervisor", Set.of(NONE),
                "psychologist", Set.of(NONE),
                "commission-admin", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/closure-rules")),
        new MatrixRow(
            CaseOperation.KEEP_CASE_POLICIES,
            ADMIN,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body(
                        "{\"warnAt\":20,\"reasonAt\":25,\"approvalAt\":30,\"weightHigh\":2,\"weightMedium\":1,"
                            + "\"weightLow\":0.5,\"source\":\"The matrix\"}")
                    .put("/v1/caseload-policies/2010-01-01")));
  }
}
