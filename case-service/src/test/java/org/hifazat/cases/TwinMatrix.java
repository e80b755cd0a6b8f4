package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
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

/** Duplicates and merges in the refusal matrix. */
final class TwinMatrix {
  private static final Map<String, Set<Relation>> PAIRS =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private TwinMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.LIST_DUPLICATES,
            Standing.UNIT_STAFF,
            (persona, relation) -> as(persona).get("/v1/duplicates")),
        new MatrixRow(
            CaseOperation.VIEW_DUPLICATE,
            PAIRS,
            (persona, relation) -> as(persona).get("/v1/duplicates/" + pair(persona, relation))),
        new MatrixRow(
            CaseOperation.DECIDE_DUPLICATE,
            PAIRS,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body(
                        "{\"decision\":\"unsure\",\"happenedAt\":\"%s\"}"
                            .formatted(Instant.now().minusSeconds(1)))
                    .post("/v1/duplicates/" + pair(persona, relation) + "/decisions")),
        new MatrixRow(
            CaseOperation.PROPOSE_MERGE,
            PAIRS,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(
                        "{\"keep\":\"one\",\"happenedAt\":\"%s\"}"
                            .formatted(Instant.now().minusSeconds(1)))
                    .post("/v1/duplicates/" + pair(persona, relation) + "/merges")),
        new MatrixRow(
            CaseOperation.CONFIRM_MERGE,
            Standing.SUPERVISORS_CASES,
            (persona, relation) -> answer(persona, relation, "proposed", "confirmation", "")),
        new MatrixRow(
            CaseOperation.TURN_DOWN_MERGE,
            PAIRS,
            (persona, relation) -> answer(persona, relation, "proposed", "refusal", "")),
        new MatrixRow(
            CaseOperation.UNDO_MERGE,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                answer(persona, relation, "confirmed", "undoing", "\"reason\":\"not-the-same\",")));
  }

  private static Response answer(
      Persona persona, Relation relation, String state, String what, String more) {
    String merge = Standing.record(state, relation, () -> merge(newPair(persona, relation), state));
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{%s\"happenedAt\":\"%s\"}".formatted(more, Instant.now().minusSeconds(1)))
        .post("/v1/merges/" + merge + "/" + what);
  }

  private static String pair(Persona persona, Relation relation) {
    return Standing.record("pair", relation, () -> newPair(persona, relation));
  }

  /** One case stands to the persona as the relation says, the other is of a unit nobody is of. */
  private static String newPair(Persona persona, Relation relation) {
    String one = Standing.freshCase(persona, relation);
    String other = Standing.freshCase(persona, Relation.OTHER_UNIT);
    return Twins.suspected(one, other);
  }

  private static String merge(String pair, String state) {
    String id = UUID.randomUUID().toString();
    boolean confirmed = state.equals("confirmed");
    // The persona's own case survives: it is the one whose unit exists.
    Backstage.execute(
        """
        insert into child_merge (id, pair_id, surviving_case, merged_case, state, proposed_by, proposed_unit,
                                 proposed_at, recorded_at, decided_by, decided_at, decision_recorded_at, before, taken, version)
        select ?::uuid, p.id, s.id, case when p.one_case = s.id then p.other_case else p.one_case end, ?,
               gen_random_uuid(), gen_random_uuid(), now() - interval '1 minute', now() - interval '1 minute',
               case when ?::boolean then gen_random_uuid() end, case when ?::boolean then now() - interval '30 seconds' end,
               case when ?::boolean then now() - interval '30 seconds' end,
               case when ?::boolean then jsonb_build_object('unitId', s.unit_id, 'ownerId', s.owner_id, 'state', 'identified',
                 'stateSince', null, 'closedAt', null, 'tasks', '[]'::jsonb, 'approvals', '[]'::jsonb) end, '{}', 0
          from duplicate_pair p
          join lateral (select f.* from case_file f where f.id in (p.one_case, p.other_case)
                         order by exists (select 1 from known_staff k where k.unit_id = f.unit_id) desc limit 1) s on true
         where p.id = ?::uuid\
        """,
        id,
        state,
        confirmed,
        confirmed,
        confirmed,
        confirmed,
        pair);
    return id;
  }
}
