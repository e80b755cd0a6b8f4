package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Steps and approvals in the refusal matrix. */
final class LifecycleMatrix {
  private static final Map<String, Set<Relation>> CASE_WORKERS =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private LifecycleMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.VIEW_STANDING,
            Standing.OWN_CASES,
            (persona, relation) ->
                Casework.nextSteps(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.TAKE_STEP,
            CASE_WORKERS,
            (persona, relation) ->
                Casework.step(
                    persona,
                    Standing.oneCase(persona, relation),
                    "\"v0\"",
                    "assess",
                    Instant.now())),
        new MatrixRow(
            CaseOperation.PROPOSE_CLOSURE,
            CASE_WORKERS,
            (persona, relation) ->
                Casework.propose(
                    persona, Standing.oneCase(persona, relation), "court-discharged", "")),
        new MatrixRow(CaseOperation.REOPEN_CASE, CASE_WORKERS, LifecycleMatrix::reopening),
        new MatrixRow(
            CaseOperation.VIEW_RISK,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/risk")),
        new MatrixRow(
            CaseOperation.LOWER_RISK,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body(
                        "{\"assessmentId\":\"%s\",\"happenedAt\":\"%s\",\"reason\":\"Calmer by now.\"}"
                            .formatted(UUID.randomUUID(), Instant.now()))
                    .post("/v1/cases/" + Standing.oneCase(persona, relation) + "/risk-lowering")),
        new MatrixRow(
            CaseOperation.LIST_APPROVALS,
            Map.of("supervisor", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/approvals")),
        new MatrixRow(
            CaseOperation.VIEW_APPROVALS,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/approvals")),
        new MatrixRow(
            CaseOperation.REQUEST_APPROVAL,
            CASE_WORKERS,
            (persona, relation) ->
                Casework.request(persona, Standing.oneCase(persona, relation), "registration")),
        new MatrixRow(
            CaseOperation.DECIDE_APPROVAL, Standing.SUPERVISORS_CASES, LifecycleMatrix::decision));
  }

  private static Response decision(Persona persona, Relation relation) {
    String id =
        Standing.record(
            "undecided", relation, () -> undecided(Standing.freshCase(persona, relation)));
    return Casework.decide(persona, id, "registration", "\"v0\"", "approved", "");
  }

  private static String undecided(String id) {
    Backstage.execute(
        """
        insert into approval (id, case_id, unit_id, episode, kind, subject_id, subject_version, content,
                              state, requested_by, requested_at, recorded_at, version)
        select gen_random_uuid(), id, unit_id, 1, 'registration', id, 0, '\\x00', 'pending', ?,
               now() - interval '1 minute', now(), 0 from case_file where id = ?::uuid""",
        UUID.randomUUID(),
        id);
    return id;
  }

  private static Response reopening(Persona persona, Relation relation) {
    String id =
        Standing.record(
            "closed",
            relation,
            () -> {
              String opened = Standing.freshCase(persona, relation);
              Casework.putInto(opened, "closed");
              return opened;
            });
    return Casework.reopen(persona, id, "\"v0\"", Instant.now());
  }
}
