package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Tasks in the refusal matrix. */
final class TaskMatrix {
  private TaskMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.LIST_OWN_TASKS,
            Standing.CASE_STAFF,
            (persona, relation) -> as(persona).get("/v1/tasks")),
        new MatrixRow(CaseOperation.COMPLETE_TASK, Standing.OWN_CASES, TaskMatrix::completion));
  }

  private static Response completion(Persona persona, Relation relation) {
    String task =
        Backstage.texts(
                "select id from task where case_id = ?::uuid",
                Standing.freshCase(persona, relation))
            .getFirst();
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"" + Instant.now().minusSeconds(1) + "\"}")
        .post("/v1/tasks/" + task + "/completion");
  }
}
