package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Standing.oneCase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.testing.Persona;

/** Plans, services, contacts and conferences in the refusal matrix. */
final class PlanMatrix {
  private static final UUID GOAL = UUID.fromString("5b0f7a52-0c6d-4e0e-9c44-6a1de0c6f2aa");

  private PlanMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        row(
            CaseOperation.VIEW_CASEWORK,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + oneCase(persona, relation) + "/case-plans")),
        row(
            CaseOperation.CHANGE_CASE_PLAN,
            (persona, relation) ->
                Plans.draft(persona, oneCase(persona, relation), "{\"problems\":[]}")),
        row(
            CaseOperation.RECORD_GOAL_PROGRESS,
            (persona, relation) ->
                Plans.post(
                    persona,
                    "/v1/case-plans/"
                        + Standing.record(
                            "plan", relation, () -> planOf(Standing.freshCase(persona, relation)))
                        + "/goals/"
                        + GOAL
                        + "/progress",
                    "{\"level\":\"reached\",\"happenedAt\":\"" + Instant.now() + "\"}")),
        row(
            CaseOperation.MAKE_SAFETY_PLAN,
            (persona, relation) ->
                Plans.safe(
                    persona, oneCase(persona, relation), Plans.safetyPlan(Instant.now(), ""))),
        row(
            CaseOperation.RECORD_SERVICE_GIVEN,
            (persona, relation) -> Plans.service(persona, oneCase(persona, relation), "visit", "")),
        row(
            CaseOperation.PLAN_FOLLOW_UP,
            (persona, relation) ->
                Plans.followUp(
                    persona, oneCase(persona, relation), Instant.now().plus(Duration.ofDays(1)))),
        row(
            CaseOperation.RECORD_FOLLOW_UP,
            (persona, relation) ->
                Plans.contact(
                    persona,
                    oneCase(persona, relation),
                    Plans.held(Instant.now(), true, true, "same"))),
        row(
            CaseOperation.RECORD_CASE_REVIEW,
            (persona, relation) ->
                Plans.review(persona, oneCase(persona, relation), Instant.now(), "")),
        row(
            CaseOperation.PLAN_CASE_CONFERENCE,
            (persona, relation) ->
                Plans.callConference(
                    persona, oneCase(persona, relation), Instant.now().plus(Duration.ofDays(1)))),
        row(
            CaseOperation.RECORD_CASE_CONFERENCE,
            (persona, relation) ->
                Plans.conference(
                    persona, oneCase(persona, relation), Plans.minutes(Instant.now(), ""))));
  }

  private static MatrixRow row(CaseOperation operation, MatrixRow.Attempt attempt) {
    return new MatrixRow(operation, Standing.OWN_CASES, attempt);
  }

  /** A draft with the goal, sealed as the service seals it: by its own supervisor over HTTP. */
  private static String planOf(String caseId) {
    List<String> known =
        Backstage.texts("select id from case_plan where case_id = ?::uuid limit 1", caseId);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    List<String> unit = Backstage.texts("select unit_id from case_file where id = ?::uuid", caseId);
    Backstage.execute(
        "update case_file set unit_id = ?::uuid where id = ?::uuid", Persona.PESHAWAR, caseId);
    String plan = Plans.draft(Persona.SUPERVISOR, caseId, Plans.plan(GOAL, "", "")).path("id");
    Backstage.execute(
        "update case_file set unit_id = ?::uuid where id = ?::uuid", unit.getFirst(), caseId);
    return plan;
  }
}
