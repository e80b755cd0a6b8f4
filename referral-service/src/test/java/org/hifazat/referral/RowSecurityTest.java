package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hifazat.referral.Backstage.staff;
import static org.hifazat.referral.Requests.sent;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: what the database lets the application's own role see, whatever it asks. */
@HifazatTest(service = "referrals")
class RowSecurityTest {
  private final AgroalDataSource database;
  private final Database asSomebody;

  RowSecurityTest(AgroalDataSource database, CallerContext callers) {
    this.database = database;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void withoutSettingsNothingIsSeen() throws SQLException {
    sent();
    for (String table : new String[] {"referral", "referral_step", "known_case", "known_consent"}) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from " + table)) {
        row.next();
        assertThat(row.getLong(1)).as(table).isZero();
      }
    }
  }

  @Test
  void aReferralAndItsStepsAreSeenByTheUnitAndTheAgencyOnly() {
    Sent sent = sent();
    for (String rows :
        new String[] {
          "select count(*) from referral where id = '" + sent.id() + "'",
          "select count(*) from referral_step where referral_id = '" + sent.id() + "'"
        }) {
      assertThat(seen(Persona.SOCIAL_WORKER, rows)).isOne();
      assertThat(seen(Persona.SUPERVISOR, rows)).isOne();
      assertThat(seen(Persona.PARTNER_SYSTEM, rows)).isOne();
      assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, rows)).isZero();
      assertThat(seen(Persona.OTHER_PARTNER_SYSTEM, rows)).isZero();
      assertThat(seen(Persona.COMMISSION_MONITOR, rows)).isZero();
      assertThat(seen(Persona.COMMISSION_ADMIN, rows)).isZero();
      // The consumer of events ends what rests on a consent that ended.
      assertThat(asSomebody.count(Caller.system("referral-service"), rows)).isOne();
      assertThat(asSomebody.count(Caller.nobody(), rows)).isZero();
    }
  }

  @Test
  void anAgencySeesNoCaseAndNoConsent() {
    Sent sent = sent();
    for (String table : new String[] {"known_case", "known_consent"}) {
      String rows = "select count(*) from " + table + " where case_id = '" + sent.caseId() + "'";
      assertThat(seen(Persona.SOCIAL_WORKER, rows)).isOne();
      assertThat(seen(Persona.PARTNER_SYSTEM, rows)).isZero();
      assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, rows)).isZero();
    }
  }

  @Test
  void nobodyButTheEventsMakesCasesAndConsents() {
    Sent sent = sent();
    refused(
        Persona.SOCIAL_WORKER,
        "insert into known_case values (gen_random_uuid(), 'KP', '%s', 'peshawar', null, 1)"
            .formatted(Persona.PESHAWAR));
    refused(
        Persona.SOCIAL_WORKER,
        """
        insert into known_consent values
          (gen_random_uuid(), '%s', 'share-information', 'given', '%s', now(), null)"""
            .formatted(sent.caseId(), Persona.HOSPITAL));
    assertThat(
            asSomebody.change(
                Persona.SOCIAL_WORKER,
                "update known_case set owner_id = null where case_id = '%s'"
                    .formatted(sent.caseId())))
        .isZero();
  }

  @Test
  void whatWasAskedNeverChangesAndNothingIsDeleted() {
    Sent sent = sent();
    String here = " where id = '" + sent.id() + "'";
    for (String change :
        new String[] {
          "update referral set agency_id = gen_random_uuid()" + here,
          "update referral set packet = ''" + here,
          "update referral set consent_id = null" + here,
          "update referral set authored_at = now()" + here,
          "delete from referral" + here,
          "update referral_step set happened_at = now()",
          "delete from referral_step"
        }) {
      assertThatThrownBy(() -> asSomebody.change(Persona.SOCIAL_WORKER, change))
          .hasStackTraceContaining("permission denied");
    }
    assertThat(
            asSomebody.change(
                Persona.OTHER_PARTNER_SYSTEM, "update referral set status = 'accepted'" + here))
        .isZero();
  }

  @Test
  void anAgencyCannotReferToItselfNorStaffInAnothersName() {
    Sent sent = sent();
    String copy =
        """
        insert into referral (id, case_id, unit_id, district_code, requested_by, service_id,
          agency_id, category, priority, reason_code, status, status_at, packet, consent_id,
          authored_at, recorded_at, respond_by, complete_by, last_modified, version)
        select gen_random_uuid(), case_id, unit_id, district_code, '%s', service_id,
          agency_id, category, priority, reason_code, status, status_at, packet, consent_id,
          authored_at, recorded_at, respond_by, complete_by, last_modified, version
        from referral where id = '%s'""";
    refused(Persona.PARTNER_SYSTEM, copy.formatted(staff(Persona.SOCIAL_WORKER), sent.id()));
    refused(Persona.COLLEAGUE, copy.formatted(staff(Persona.SOCIAL_WORKER), sent.id()));
  }

  @Test
  void noWordOfAReferralIsReadableInTheDatabase() {
    Requests.refer(
            Persona.SOCIAL_WORKER, Requests.overriding(Requests.referral(Backstage.openCase())))
        .then()
        .statusCode(201);
    Sent completed = Requests.completed();
    Requests.step(
            Persona.SOCIAL_WORKER,
            completed,
            "loop-closure",
            Map.of("happenedAt", Requests.LATER.toString(), "note", "The mother was told"))
        .then()
        .statusCode(200);
    List<String> tables =
        Backstage.texts(
            "select tablename from pg_tables where schemaname = 'public'"
                + " and tablename <> 'flyway_schema_history'");
    assertThat(tables).contains("referral", "outbox", "audit_record", "idempotency_record");
    for (String table : tables) {
      for (String word :
          new String[] {
            "invented school",
            "uncle",
            "custody",
            "is the suspect",
            "court heard",
            "mother was told"
          }) {
        assertThat(
                Backstage.count(
                    "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                    "%" + word + "%",
                    "%" + hex(word) + "%"))
            .as(word + " in " + table)
            .isZero();
      }
    }
    assertThat(
            Backstage.count(
                "select count(*) from referral where encode(packet, 'hex') like ?", "%00%"))
        .as("the packets are there")
        .isPositive();
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  private long seen(Persona persona, String sql) {
    return asSomebody.count(Database.caller(persona), sql);
  }

  private void refused(Persona persona, String sql) {
    assertThatThrownBy(() -> asSomebody.change(persona, sql))
        .hasStackTraceContaining("row-level security");
  }
}
