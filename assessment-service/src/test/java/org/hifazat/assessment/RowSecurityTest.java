package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hifazat.assessment.Backstage.staff;

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
import org.junit.jupiter.api.Test;

/** The second wall: what the database lets the application's own role see, whatever it asks. */
@HifazatTest(service = "assessments")
class RowSecurityTest {

  private final AgroalDataSource database;
  private final CallerContext callers;

  RowSecurityTest(AgroalDataSource database, CallerContext callers) {
    this.database = database;
    this.callers = callers;
  }

  @Test
  void anAssessmentIsSeenByItsOwnerAndTheUnitsSupervisorOnly() {
    UUID caseId = assessed();
    String rows = "select count(*) from assessment where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).isOne();
    assertThat(seen(caller(Persona.SUPERVISOR), rows)).isOne();
    assertThat(seen(caller(Persona.COLLEAGUE), rows)).isZero();
    assertThat(seen(caller(Persona.OTHER_UNIT_SUPERVISOR), rows)).isZero();
    assertThat(seen(caller(Persona.COMMISSION_MONITOR), rows)).isZero();
    assertThat(seen(Caller.system("assessment-service"), rows)).isZero();
    assertThat(seen(Caller.nobody(), rows)).isZero();
  }

  @Test
  void aKnownCaseIsSeenByItsUnitAndBeyondItByNobody() {
    UUID caseId = Backstage.openCase();
    String rows = "select count(*) from known_case where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.COLLEAGUE), rows)).isOne();
    assertThat(seen(caller(Persona.OTHER_UNIT_SOCIAL_WORKER), rows)).isZero();
    assertThat(seen(Caller.nobody(), rows)).isZero();
  }

  @Test
  void whatIsDueWhenIsLaidDownByTheCommissionAlone() {
    String end = "update due_policy set valid_to = '2190-01-01'";
    assertThat(changed(caller(Persona.SUPERVISOR), end)).isZero();
    assertThat(seen(caller(Persona.SUPERVISOR), "select count(*) from due_policy")).isPositive();
  }

  @Test
  void whoeverChangedToAnotherUnitLeavesTheCasesOfTheFormerOne() {
    UUID caseId = assessed();
    Backstage.hand(caseId, staff(Persona.SOCIAL_WORKER), UUID.fromString(Persona.MARDAN));
    String rows = "select count(*) from assessment where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).isZero();
    assertThat(seen(caller(Persona.OTHER_UNIT_SUPERVISOR), rows)).isOne();
    String cases = "select count(*) from known_case where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.SOCIAL_WORKER), cases)).isZero();
  }

  @Test
  void outsideATransactionNothingIsSeen() throws SQLException {
    assessed();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from assessment")) {
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @Test
  void staffCannotMakeThemselvesACase() {
    String grab =
        "insert into known_case values (gen_random_uuid(), '%s', '%s', 'open', 1, now())"
            .formatted(Persona.PESHAWAR, staff(Persona.SOCIAL_WORKER));
    refused(caller(Persona.SOCIAL_WORKER), grab, "row-level security");
    UUID caseId = Backstage.openCase();
    String take =
        "update known_case set owner_id = '%s' where case_id = '%s'"
            .formatted(staff(Persona.COLLEAGUE), caseId);
    assertThat(changed(caller(Persona.COLLEAGUE), take)).isZero();
  }

  @Test
  void anAssessmentIsNeverChangedDeletedOrMadeInAnothersName() {
    UUID caseId = assessed();
    String here = " where case_id = '" + caseId + "'";
    refused(caller(Persona.SOCIAL_WORKER), "update assessment set score = 0" + here, "permission");
    refused(caller(Persona.SOCIAL_WORKER), "delete from assessment" + here, "permission");
    String copy =
        """
        insert into assessment select gen_random_uuid(), case_id, instrument_id,
          instrument_version, engine, risk_level, score, sum_questions, sum_values, red_flags,
          rejected_claims, conducted_at, recorded_at, '%s', answers, band, valid
        from assessment"""
                .formatted(staff(Persona.COLLEAGUE))
            + here;
    refused(caller(Persona.SOCIAL_WORKER), copy, "row-level security");
    assertThatThrownBy(() -> Backstage.execute("update assessment set score = 0" + here))
        .hasMessageContaining("never changes");
  }

  @Test
  void draftsAlarmsAndCountersignaturesAreSeenByWhoWorksOnTheCaseOnly() {
    UUID caseId = Backstage.openCase();
    String draft = Requests.matrixDraft(Persona.SOCIAL_WORKER, caseId);
    Requests.save(
            Persona.SOCIAL_WORKER, draft, 0, Filled.matrix(1, 1).redFlags("suicidal-intent").xml())
        .then()
        .statusCode(200);
    for (String table : new String[] {"assessment_draft", "alarm"}) {
      String rows = "select count(*) from " + table + " where case_id = '" + caseId + "'";
      assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).as(table).isOne();
      assertThat(seen(caller(Persona.SUPERVISOR), rows)).as(table).isOne();
      assertThat(seen(caller(Persona.COLLEAGUE), rows)).as(table).isZero();
      assertThat(seen(caller(Persona.PSYCHOLOGIST), rows)).as(table).isZero();
      assertThat(seen(Caller.system("assessment-service"), rows)).as(table).isZero();
      assertThat(seen(Caller.nobody(), rows)).as(table).isZero();
    }
    String here = " where case_id = '" + caseId + "'";
    assertThat(
            changed(
                caller(Persona.COLLEAGUE),
                "update assessment_draft set answers = null, saved_by = '%s'"
                        .formatted(staff(Persona.COLLEAGUE))
                    + here))
        .isZero();
    refused(
        caller(Persona.SOCIAL_WORKER), "update alarm set imminent = false" + here, "permission");
    refused(caller(Persona.SOCIAL_WORKER), "delete from assessment_draft" + here, "permission");
    String sign =
        "insert into countersignature select a.id, a.case_id, 'agreed', null, '%s', now() from assessment a where case_id = '%s'";
    refused(
        caller(Persona.SOCIAL_WORKER),
        sign.formatted(staff(Persona.SOCIAL_WORKER), assessed()),
        "row-level security");
  }

  @Test
  void whatWasOfferedIsSeenByWhoWorksOnTheCaseAndTakenInNobodyElsesName() {
    UUID caseId = assessed();
    String rows = "select count(*) from response_offer where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).isOne();
    assertThat(seen(caller(Persona.SUPERVISOR), rows)).isOne();
    assertThat(seen(caller(Persona.COLLEAGUE), rows)).isZero();
    assertThat(seen(caller(Persona.COMMISSION_MONITOR), rows)).isZero();
    assertThat(seen(Caller.nobody(), rows)).isZero();
    String take =
        "insert into response_taken select gen_random_uuid(), assessment_id, response, case_id, current_date, '%s', now() from response_offer where case_id = '%s'";
    refused(
        caller(Persona.SOCIAL_WORKER),
        take.formatted(staff(Persona.COLLEAGUE), caseId),
        "row-level security");
    assertThat(changed(caller(Persona.COLLEAGUE), take.formatted(staff(Persona.COLLEAGUE), caseId)))
        .isZero();
    refused(
        caller(Persona.SUPERVISOR),
        "delete from response_offer where case_id = '" + caseId + "'",
        "permission");
  }

  @Test
  void theLevelsOfRiskAreSeenByWhoWorksOnTheCaseAndWrittenByNobody() {
    UUID caseId = Backstage.openCase();
    Backstage.execute(
        "insert into risk_level_set values (gen_random_uuid(), ?, gen_random_uuid(), 'high', null, now(), now())",
        caseId);
    String rows = "select count(*) from risk_level_set where case_id = '" + caseId + "'";
    assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).isOne();
    assertThat(seen(caller(Persona.SUPERVISOR), rows)).isOne();
    assertThat(seen(caller(Persona.COLLEAGUE), rows)).isZero();
    assertThat(seen(caller(Persona.OTHER_UNIT_SUPERVISOR), rows)).isZero();
    assertThat(seen(caller(Persona.COMMISSION_MONITOR), rows)).isZero();
    assertThat(seen(Caller.nobody(), rows)).isZero();
    String make =
        "insert into risk_level_set values (gen_random_uuid(), '%s', gen_random_uuid(), 'low', 'high', now(), now())"
            .formatted(caseId);
    refused(caller(Persona.SUPERVISOR), make, "row-level security");
    refused(
        Caller.system("assessment-service"),
        "update risk_level_set set level = 'low' where case_id = '" + caseId + "'",
        "permission");
  }

  @Test
  void whatIsDueAndWhatWasAssessedLastAreSeenByWhoWorksOnTheCaseOnly() {
    UUID caseId = assessed();
    Backstage.execute(
        "insert into assessment_due (id, case_id, purpose, policy_id, state, started_at, due_at) values"
            + " (gen_random_uuid(), ?, 'home', '01900000-0000-7000-8000-000000004203', 'open', now(), now())",
        caseId);
    for (String table : new String[] {"assessment_due", "last_assessed"}) {
      String rows = "select count(*) from " + table + " where case_id = '" + caseId + "'";
      assertThat(seen(caller(Persona.SOCIAL_WORKER), rows)).as(table).isOne();
      assertThat(seen(caller(Persona.SUPERVISOR), rows)).as(table).isOne();
      assertThat(seen(Caller.system("assessment-service"), rows)).as(table).isOne();
      assertThat(seen(caller(Persona.COLLEAGUE), rows)).as(table).isZero();
      assertThat(seen(caller(Persona.OTHER_UNIT_SUPERVISOR), rows)).as(table).isZero();
      assertThat(seen(caller(Persona.COMMISSION_ADMIN), rows)).as(table).isZero();
      assertThat(seen(Caller.nobody(), rows)).as(table).isZero();
      refused(
          caller(Persona.SUPERVISOR),
          "delete from " + table + " where case_id = '" + caseId + "'",
          "permission");
    }
    String here = " where case_id = '" + caseId + "'";
    assertThat(
            changed(
                caller(Persona.COLLEAGUE),
                "update assessment_due set state = 'dropped', ended_at = now()" + here))
        .isZero();
    assertThat(
            changed(
                caller(Persona.COLLEAGUE), "update last_assessed set conducted_at = now()" + here))
        .isZero();
    refused(
        caller(Persona.COLLEAGUE),
        "insert into last_assessed values ('%s', 'invented', now())".formatted(caseId),
        "row-level security");
    refused(
        caller(Persona.SOCIAL_WORKER),
        "update assessment_due set due_at = now()" + here,
        "permission");
  }

  private static UUID assessed() {
    UUID caseId = Backstage.openCase();
    Requests.conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(201);
    return caseId;
  }

  private static Caller caller(Persona persona) {
    return new Caller(
        persona.account(),
        persona.staffId(),
        persona.unitId(),
        Optional.empty(),
        Set.copyOf(persona.roles()));
  }

  private long seen(Caller caller, String sql) {
    return callers.as(
        caller,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection();
                          Statement statement = connection.createStatement();
                          ResultSet row = statement.executeQuery(sql)) {
                        row.next();
                        return row.getLong(1);
                      }
                    }));
  }

  private int changed(Caller caller, String sql) {
    return callers.as(
        caller,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      try (Connection connection = database.getConnection();
                          Statement statement = connection.createStatement()) {
                        return statement.executeUpdate(sql);
                      }
                    }));
  }

  private void refused(Caller caller, String sql, String reason) {
    assertThatThrownBy(() -> changed(caller, sql)).hasStackTraceContaining(reason);
  }
}
