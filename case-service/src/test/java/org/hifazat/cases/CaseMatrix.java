package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.platform.security.Relation.NONE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.consent.Overrides;

/** Search, cases, consent and codes in the refusal matrix. */
final class CaseMatrix {
  private CaseMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.SEARCH_CHILDREN,
            Standing.UNIT_STAFF,
            (persona, relation) ->
                as(persona).body("{\"names\":{\"given\":\"Nobody\"}}").post("/v1/child-searches")),
        new MatrixRow(
            CaseOperation.LIST_CASES,
            Standing.CASE_STAFF,
            (persona, relation) -> as(persona).get("/v1/cases")),
        new MatrixRow(
            CaseOperation.VIEW_CASE,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.RECORD_CONSENT,
            Standing.OWN_CASES,
            (persona, relation) ->
                consent(
                    persona,
                    Standing.oneCase(persona, relation),
                    consent("photo", "child", Instant.now().minusSeconds(1), ""))),
        new MatrixRow(
            CaseOperation.VIEW_CONSENTS,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/consents")),
        new MatrixRow(
            CaseOperation.OVERRIDE_CONSENT,
            Standing.OWN_CASES,
            (persona, relation) ->
                Overrides.write(
                    persona,
                    Standing.oneCase(persona, relation),
                    Overrides.body("photo", Instant.now(), ""))),
        new MatrixRow(
            CaseOperation.LIST_CONSENT_OVERRIDES,
            Map.of("supervisor", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/consent-overrides")),
        new MatrixRow(
            CaseOperation.DECIDE_CONSENT_OVERRIDE,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Overrides.decide(
                    persona,
                    Standing.record(
                        "override",
                        relation,
                        () -> Overrides.awaiting(Standing.freshCase(persona, relation))),
                    "\"v0\"",
                    "confirmed",
                    "")),
        new MatrixRow(
            CaseOperation.LIST_CODES,
            Map.of(
                "social-worker", Set.of(NONE),
                "protection-officer", Set.of(NONE),
                "supervisor", Set.of(NONE),
                "psychologist", Set.of(NONE),
                "helpline-operator", Set.of(NONE),
                "commission-admin", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/code-lists/channel")));
  }
}
