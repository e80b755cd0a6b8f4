package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: what the database lets the application's own role see, whatever it asks. */
@HifazatTest(service = "cases")
class RowSecurityTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource source;
  @Inject CallerContext callers;

  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(source);
    caseId = openCase(Persona.SOCIAL_WORKER, "Nighat", NINE_YEARS);
    consent(
            Persona.SOCIAL_WORKER,
            caseId,
            consent("photo", "caregiver", Instant.now().minusSeconds(1), ""))
        .then()
        .statusCode(201);
  }

  /** One row of each table that belongs to the case. */
  private Map<String, String> rows() {
    return Map.of(
        "report", "select count(*) from concern_report where case_id = '" + caseId + "'",
        "case", "select count(*) from case_file where id = '" + caseId + "'",
        "child",
            "select count(*) from child where id in (select child_id from case_file where id = '"
                + caseId
                + "')",
        "consent", "select count(*) from consent where case_id = '" + caseId + "'",
        // a new case has three tasks
        "task",
            "select count(*) from task where kind = 'initial-assessment' and case_id = '"
                + caseId
                + "'");
  }

  private String row(String what) {
    return Objects.requireNonNull(rows().get(what));
  }

  @Test
  void withoutSettingsNothingIsSeen() throws SQLException {
    for (String table :
        List.of(
            "concern_report",
            "child",
            "case_file",
            "consent",
            "task",
            "risk_change",
            "risk_lowering",
            "case_step",
            "approval",
            "case_closure",
            "case_reopening",
            "known_assessment",
            "known_referral",
            "child_search")) {
      assertThat(
              Backstage.count(
                  "select count(*) from pg_class where relname = ? and relrowsecurity", table))
          .as(table)
          .isOne();
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from " + table)) {
        row.next();
        assertThat(row.getLong(1)).as(table).isZero();
      }
    }
  }

  /** A table that a later feature adds shows a sealed case by neglect, if nothing asks this. */
  @Test
  void everyTableThatNamesACaseAsksWhetherTheCaseIsSeen() {
    assertThat(
            Backstage.texts(
                """
                select c.relname from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and a.attname in ('case_id', 'one_case', 'other_case', 'merged_case', 'surviving_case')
                   and has_table_privilege(?, c.oid, 'select')
                   and not (c.relrowsecurity and exists (
                     select from pg_policy p
                      where p.polrelid = c.oid
                        and pg_get_expr(p.polqual, p.polrelid) ~ ?))
                 group by c.relname order by 1""",
                "cases_app",
                "case_file|case_note|duplicate_pair|named_ids|sealed_from_caller|may_stand_beside|reads_kept_apart"))
        .isEmpty();
  }

  @Test
  void theUnitSeesItsRowsAndNobodyElseDoes() {
    Database app = new Database(source, callers);
    rows()
        .forEach(
            (what, sql) -> {
              assertThat(app.seen(Database.caller(Persona.SOCIAL_WORKER), sql)).as(what).isOne();
              assertThat(app.seen(Database.caller(Persona.SUPERVISOR), sql)).as(what).isOne();
              for (Persona other :
                  List.of(
                      Persona.OTHER_UNIT_SOCIAL_WORKER,
                      Persona.OTHER_UNIT_SUPERVISOR,
                      Persona.COMMISSION_MONITOR,
                      Persona.COMMISSION_ADMIN,
                      Persona.AUDITOR,
                      Persona.PARTNER_WORKER,
                      Persona.HELPLINE_OPERATOR)) {
                assertThat(app.seen(Database.caller(other), sql)).as(what + other).isZero();
              }
              assertThat(app.seen(Caller.nobody(), sql)).as(what).isZero();
            });
  }

  @Test
  void aPsychologistSeesACaseOnlyWhenAssigned() {
    Database app = new Database(source, callers);
    Caller psychologist = Database.caller(Persona.PSYCHOLOGIST);
    for (String what : List.of("case", "child", "consent")) {
      assertThat(app.seen(psychologist, row(what))).as(what).isZero();
    }
    Backstage.execute(
        "update case_file set owner_id = ? where id = ?::uuid",
        Persona.PSYCHOLOGIST.staffId().orElseThrow(),
        caseId);
    for (String what : List.of("case", "child", "consent")) {
      assertThat(app.seen(psychologist, row(what))).as(what).isOne();
    }
  }

  @Test
  void anotherUnitChangesNothing() {
    Database app = new Database(source, callers);
    Caller other = Database.caller(Persona.OTHER_UNIT_SUPERVISOR);
    assertThat(
            app.changed(other, "update case_file set owner_id = null where id = '" + caseId + "'"))
        .isZero();
    String child =
        Backstage.texts("select child_id from case_file where id = ?::uuid", caseId).getFirst();
    assertThat(app.changed(other, "update child set sex = 'x' where id = '" + child + "'"))
        .isZero();
    assertThat(
            app.changed(
                other, "update task set state = 'superseded' where case_id = '" + caseId + "'"))
        .isZero();
    assertThatThrownBy(
            () ->
                app.changed(
                    Database.caller(Persona.SOCIAL_WORKER),
                    "update case_file set unit_id = '"
                        + Persona.MARDAN
                        + "' where id = '"
                        + caseId
                        + "'"))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void whatIsWrittenForGoodIsNotChangedAndKeysAreNotRead() {
    Database app = new Database(source, callers);
    Caller me = Database.caller(Persona.SOCIAL_WORKER);
    for (String sql :
        List.of(
            "update consent set decision = 'given'",
            "delete from consent",
            "delete from case_file",
            "delete from child",
            "delete from concern_report",
            "update risk_change set applied = true",
            "update risk_lowering set to_level = 'none'",
            "update case_step set to_state = 'closed'",
            "delete from approval",
            "delete from case_closure",
            "update closure_rule set code = 'x'",
            "delete from closure_rule",
            "delete from code_entry",
            "update deadline_policy set hours = 1000",
            "update code_entry set code = 'x'",
            "delete from child_search_key")) {
      assertThatThrownBy(() -> app.changed(me, sql))
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
    assertThatThrownBy(() -> app.seen(me, "select count(*) from child_search_key"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void whatTheCommissionLaysDownIsChangedByItsAdministratorsAlone() {
    Database app = new Database(source, callers);
    Caller me = Database.caller(Persona.SUPERVISOR);
    for (String sql :
        List.of(
            "update closure_rule set min_attempts = 0",
            "update caseload_policy set approval_at = 1000",
            "update code_entry set name_en = 'x'",
            "update deadline_policy set valid_to = '2190-01-01'",
            "delete from holiday")) {
      assertThat(app.changed(me, sql)).as(sql).isZero();
    }
    assertThatThrownBy(
            () ->
                app.changed(
                    me,
                    "insert into holiday (day, name_en, name_ur, name_ps, set_at)"
                        + " values ('2190-01-01', 'x', 'x', 'x', now())"))
        .hasStackTraceContaining("row-level security");
  }
}
