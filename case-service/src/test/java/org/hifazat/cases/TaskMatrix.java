package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Tasks in the refusal matrix. */
final class TaskMatrix {
  private static final Map<String, Set<Relation>> ADMIN = Map.of("commission-admin", Set.of(NONE));

  private static final Map<String, Set<Relation>> READERS =
      Map.of(
          "social-worker", Set.of(NONE),
          "protection-officer", Set.of(NONE),
          "supervisor", Set.of(NONE),
          "psychologist", Set.of(NONE),
          "commission-admin", Set.of(NONE));

  private TaskMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.LIST_OWN_TASKS,
            Standing.CASE_STAFF,
            (persona, relation) -> as(persona).get("/v1/tasks")),
        new MatrixRow(CaseOperation.COMPLETE_TASK, Standing.OWN_CASES, TaskMatrix::completion),
        new MatrixRow(
            CaseOperation.REASSIGN_TASK, Standing.SUPERVISORS_CASES, TaskMatrix::reassignment),
        new MatrixRow(
            CaseOperation.LIST_UNIT_TASKS,
            Map.of("supervisor", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/tasks/overdue")),
        new MatrixRow(
            CaseOperation.VIEW_MY_DAY,
            Standing.CASE_STAFF,
            (persona, relation) -> as(persona).get("/v1/my-day")),
        new MatrixRow(
            CaseOperation.LIST_DEADLINE_POLICIES,
            READERS,
            (persona, relation) -> as(persona).get("/v1/deadline-policies")),
        new MatrixRow(
            CaseOperation.SET_DEADLINE_POLICY,
            ADMIN,
            (persona, relation) ->
                as(persona)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(
                        """
                        {"taskKind":"initial-assessment","hours":24,"timeKind":"calendar","remindPercent":50,
                         "commissionPercent":200,"validFrom":"2010-01-01","source":"The matrix"}""")
                    .post("/v1/deadline-policies")),
        new MatrixRow(
            CaseOperation.LIST_HOLIDAYS,
            READERS,
            (persona, relation) -> as(persona).get("/v1/holidays")),
        new MatrixRow(
            CaseOperation.SET_HOLIDAY,
            ADMIN,
            (persona, relation) ->
                as(persona)
                    .body("{\"nameEn\":\"a\",\"nameUr\":\"a\",\"namePs\":\"a\"}")
                    .put("/v1/holidays/" + KarachiTime.day(Instant.now()).plusDays(200))));
  }

  private static Response reassignment(Persona persona, Relation relation) {
    String task =
        Backstage.texts(
                "select id from task where case_id = ?::uuid", Standing.oneCase(persona, relation))
            .getFirst();
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{\"ownerId\":\"" + UUID.randomUUID() + "\",\"reason\":\"The matrix.\"}")
        .post("/v1/tasks/" + task + "/reassignment");
  }

  private static Response completion(Persona persona, Relation relation) {
    String task =
        Backstage.texts(
                "select id from task where case_id = ?::uuid",
                Standing.record(
                    "case with a task", relation, () -> Standing.freshCase(persona, relation)))
            .getFirst();
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"" + Instant.now().minusSeconds(1) + "\"}")
        .post("/v1/tasks/" + task + "/completion");
  }
}
