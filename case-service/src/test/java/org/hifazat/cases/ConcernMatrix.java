package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.noConcern;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Concern reports in the refusal matrix. */
final class ConcernMatrix {
  private static final Map<String, Set<Relation>> STAFF_AND_HELPLINE =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "helpline-operator", Set.of(NONE));

  private ConcernMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.RECORD_CONCERN_REPORT,
            STAFF_AND_HELPLINE,
            (persona, relation) -> Requests.record(persona, report("peshawar", aMinuteAgo()))),
        new MatrixRow(
            CaseOperation.LIST_CONCERN_REPORTS,
            STAFF_AND_HELPLINE,
            (persona, relation) -> as(persona).get("/v1/concern-reports")),
        new MatrixRow(
            CaseOperation.VIEW_CONCERN_REPORT,
            Map.of(
                "social-worker", Set.of(OWN, SAME_UNIT),
                "protection-officer", Set.of(OWN, SAME_UNIT),
                "supervisor", Set.of(OWN, SAME_UNIT),
                "helpline-operator", Set.of(OWN)),
            (persona, relation) ->
                as(persona).get("/v1/concern-reports/" + reportOf(persona, relation))),
        new MatrixRow(
            CaseOperation.TRIAGE_CONCERN_REPORT,
            Map.of(
                "social-worker", Set.of(SAME_UNIT),
                "protection-officer", Set.of(SAME_UNIT),
                "supervisor", Set.of(SAME_UNIT)),
            (persona, relation) ->
                Requests.triage(
                    persona, reportOf(persona, relation), "\"v0\"", noConcern("None."))),
        new MatrixRow(
            CaseOperation.VIEW_PROTECTED_REPORTER,
            Map.of("supervisor", Set.of(SAME_UNIT)),
            (persona, relation) ->
                as(persona)
                    .get("/v1/concern-reports/" + reportOf(persona, relation) + "/reporter")),
        new MatrixRow(
            CaseOperation.FOLLOW_UP_CONCERN_REPORT,
            Map.of(
                "social-worker", Set.of(SAME_UNIT),
                "protection-officer", Set.of(SAME_UNIT),
                "supervisor", Set.of(SAME_UNIT)),
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body("{\"happenedAt\":\"%s\",\"takenUp\":true}".formatted(Instant.now()))
                    .post("/v1/concern-reports/" + reportOf(persona, relation) + "/follow-up")),
        new MatrixRow(
            CaseOperation.VIEW_CASE_REPORTS,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona)
                    .get("/v1/cases/" + Standing.oneCase(persona, relation) + "/concern-reports")));
  }

  /** A report of no unit near the persona, unless the relation says so. */
  private static String reportOf(Persona persona, Relation relation) {
    String id = Requests.record(Persona.SOCIAL_WORKER, report("peshawar", aMinuteAgo())).path("id");
    Backstage.execute(
        "update concern_report set taken_by = ?, unit_id = ? where id = ?::uuid",
        relation == OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID(),
        relation == SAME_UNIT ? persona.unitId().orElse(UUID.randomUUID()) : UUID.randomUUID(),
        id);
    return id;
  }

  private static Instant aMinuteAgo() {
    return Instant.now().minusSeconds(60);
  }
}
