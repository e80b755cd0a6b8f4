package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.junit.jupiter.api.Test;

/** What a request costs does not grow with what there is. */
@HifazatTest(service = "assessments")
class StatementCountTest {

  private final AgroalDataSource database;
  private final CallerContext callers;

  StatementCountTest(AgroalDataSource database, CallerContext callers) {
    this.database = database;
    this.callers = callers;
  }

  @Test
  void aListTakesTheSameStatementsForOneAssessmentAsForThirty() {
    UUID few = caseWith(1);
    UUID many = caseWith(30);
    assertThat(statements(assessments(few))).isPositive();
    assertThat(statements(assessments(many) + "?limit=100"))
        .isEqualTo(statements(assessments(few)));
  }

  @Test
  void theHistoryOfTheRiskAndWhatHasChangedTakeTheSameForOneAssessmentAsForThirty() {
    UUID few = caseWith(1);
    UUID many = caseWith(30);
    for (String part : new String[] {"/risk-history", "/assessment-changes"}) {
      assertThat(statements("/v1/cases/" + few + part)).as(part).isPositive();
      assertThat(statements("/v1/cases/" + many + part))
          .as(part)
          .isEqualTo(statements("/v1/cases/" + few + part));
    }
  }

  @Test
  void aListOfDraftsTakesTheSameStatementsForOneAsForTwenty() {
    UUID few = Backstage.openCase();
    UUID many = Backstage.openCase();
    Requests.matrixDraft(Persona.SOCIAL_WORKER, few);
    for (int i = 0; i < 20; i++) {
      Requests.matrixDraft(Persona.SOCIAL_WORKER, many);
    }
    assertThat(statements(Requests.drafts(many))).isEqualTo(statements(Requests.drafts(few)));
  }

  @Test
  void whatIsDueAndWhatWasOfferedTakeTheSameStatementsForOneAsForTwenty() {
    UUID few = Backstage.openCase();
    UUID many = Backstage.openCase();
    due(few, 1);
    due(many, 20);
    assertThat(statements("/v1/cases/" + many + "/due-assessments"))
        .isEqualTo(statements("/v1/cases/" + few + "/due-assessments"));
    String one = assessed(few);
    String twenty = assessed(many);
    Backstage.execute(
        """
        insert into response_offer select assessment_id, 'invented-' || n, case_id, grounds, offered_at
          from response_offer, generate_series(1, 20) n where assessment_id = ?""",
        UUID.fromString(twenty));
    assertThat(statements("/v1/assessments/" + twenty + "/responses"))
        .isEqualTo(statements("/v1/assessments/" + one + "/responses"));
  }

  @Test
  void savingAndCompletingADraftTakeTheSameWhateverElseTheCaseHolds() {
    UUID few = Backstage.openCase();
    UUID many = caseWith(20);
    for (int i = 0; i < 20; i++) {
      Requests.matrixDraft(Persona.SOCIAL_WORKER, many);
    }
    int[] fresh = conducting(few);
    assertThat(fresh[0]).isPositive();
    assertThat(fresh[1]).isPositive();
    assertThat(conducting(many)).isEqualTo(conducting(few));
  }

  /** What saving takes, and what completing does; the least of three drafts. */
  private static int[] conducting(UUID caseId) {
    int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    for (int i = 0; i < 3; i++) {
      String draft = Requests.matrixDraft(Persona.SOCIAL_WORKER, caseId);
      int save =
          RequestCost.of(
                  () ->
                      Requests.save(Persona.SOCIAL_WORKER, draft, 0, Filled.matrix(1, 1).xml())
                          .then()
                          .statusCode(200))
              .roundTrips();
      int complete =
          RequestCost.of(
                  () -> Requests.complete(Persona.SOCIAL_WORKER, draft, 1).then().statusCode(201))
              .roundTrips();
      least = new int[] {Math.min(least[0], save), Math.min(least[1], complete)};
    }
    return least;
  }

  private static String assessed(UUID caseId) {
    return Requests.conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).path("id");
  }

  private static void due(UUID caseId, int how) {
    Backstage.execute(
        """
        insert into assessment_due (id, case_id, purpose, policy_id, state, started_at, due_at)
        select gen_random_uuid(), ?, 'invented-' || n, '01900000-0000-7000-8000-000000004203', 'open', now(), now()
          from generate_series(1, ?) n""",
        caseId,
        how);
  }

  /** With many rows and the planner's own choice, through the policies, as the application. */
  @Test
  void theListOfACaseIsReadFromItsIndex() {
    UUID caseId = caseWith(1);
    Backstage.execute(
        """
        insert into assessment select gen_random_uuid(), case_id, instrument_id,
          instrument_version, engine, risk_level, score, sum_questions, sum_values, red_flags,
          rejected_claims, conducted_at - n * interval '1 minute', recorded_at, conducted_by, answers,
          band, valid
        from assessment, generate_series(1, 5000) n where case_id = ?""",
        caseId);
    try {
      Backstage.execute("analyze assessment");
      assertThat(plan(caseId))
          .contains("assessment_of_case")
          .doesNotContain("Seq Scan on assessment");
    } finally {
      Backstage.execute(
          "delete from assessment a where case_id = ?"
              + " and not exists (select from response_offer o where o.assessment_id = a.id)",
          caseId);
    }
  }

  private String plan(UUID caseId) {
    Caller caller =
        new Caller(
            "test",
            Persona.SOCIAL_WORKER.staffId(),
            Persona.SOCIAL_WORKER.unitId(),
            Optional.empty(),
            Set.of("social-worker"));
    String list =
        """
        explain select a.id from assessment a join known_case k on k.case_id = a.case_id
        where (k.owner_id = '%s' or k.unit_id = '%s') and a.case_id = '%s'
        order by a.conducted_at desc, a.id desc limit 21"""
            .formatted(Backstage.staff(Persona.SOCIAL_WORKER), Persona.PESHAWAR, caseId);
    return callers.as(caller, () -> QuarkusTransaction.requiringNew().call(() -> lines(list)));
  }

  private String lines(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder lines = new StringBuilder();
      while (rows.next()) {
        lines.append(rows.getString(1)).append('\n');
      }
      return lines.toString();
    }
  }

  private static int statements(String path) {
    return RequestCost.least(() -> as(Persona.SOCIAL_WORKER).get(path).then().statusCode(200))
        .roundTrips();
  }

  private static UUID caseWith(int assessments) {
    UUID caseId = Backstage.openCase();
    for (int i = 0; i < assessments; i++) {
      Requests.conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(201);
    }
    return caseId;
  }
}
