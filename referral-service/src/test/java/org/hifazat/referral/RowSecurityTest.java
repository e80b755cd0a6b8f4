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
    for (String table :
        new String[] {
          "referral", "referral_step", "known_case", "known_consent", "referral_clock"
        }) {
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
          "select count(*) from referral_step where referral_id = '" + sent.id() + "'",
          "select count(*) from referral_clock where clock = 'respond' and referral_id = '"
              + sent.id()
              + "'"
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
          "update referral set part_of = null" + here,
          "update referral_code set code = 'another'",
          "update packet_rule set kind = 'needs'",
          "update packet_term set status = 'failed'",
          "update referral_deadline set priority = 'any'",
          "delete from packet_rule",
          "delete from referral" + here,
          "update referral_step set happened_at = now()",
          "delete from referral_step"
        }) {
      assertThatThrownBy(() -> asSomebody.change(Persona.SOCIAL_WORKER, change))
          .hasStackTraceContaining("permission denied");
    }
    for (String policy :
        new String[] {
          "update packet_rule set release = 'included'",
          "update referral_code set text_needed = true",
          "update packet_term set days = 9999",
          "update unanswered_term set hours = 9999",
          "update referral_deadline set respond_hours = 1",
          "update directory_policy set days = 9999"
        }) {
      assertThat(asSomebody.change(Persona.SUPERVISOR, policy)).as(policy).isZero();
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
  void whoeverIsOfNoSideTellsNobodyAndLeavesNoGap() {
    Sent no =
        Requests.answered(sent(), "rejection", Requests.because(Requests.LATER, "family-declined"));
    NoticeTest.none();
    Webhooks.none();
    NoticeTest.add(Persona.PARTNER_WORKER, "sms", "+923335550003").then().statusCode(201);
    String endpoint = Webhooks.add(Persona.PARTNER_SYSTEM, "https://receiver.invalid/x").path("id");
    Backstage.execute("update webhook_endpoint set state = 'paused' where id = ?::uuid", endpoint);
    String noteBefore = "select note_that_it_waits('" + no.id() + "', now())";
    String note = "select note_for_agency('" + no.id() + "', 'changed', now())";
    String gap =
        "select gap_of_answer(gen_random_uuid(), '%s', 'no-capacity', now(), now())"
            .formatted(no.id());
    String tell =
        "select tell_webhooks(gen_random_uuid(), '%s', 'referral.moved', now(), now())"
            .formatted(no.id());
    for (String call : List.of(noteBefore, note, gap, tell)) {
      assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, call)).as(call).isZero();
      assertThat(seen(Persona.OTHER_PARTNER_SYSTEM, call)).as(call).isZero();
      assertThat(seen(Persona.COMMISSION_ADMIN, call)).as(call).isZero();
      assertThat(asSomebody.count(Caller.nobody(), call)).as(call).isZero();
    }
    assertThat(seen(Persona.SOCIAL_WORKER, gap)).as("the agency's no leaves a gap").isZero();
    assertThat(seen(Persona.SOCIAL_WORKER, tell)).isOne();
    assertThat(seen(Persona.PARTNER_SYSTEM, gap)).isOne();
    assertThat(seen(Persona.SOCIAL_WORKER, note)).isOne();
    NoticeTest.none();
    Webhooks.none();
  }

  @Test
  void noSideSaysOfTheOtherThatItReadOrReturns() {
    Sent sent = sent();
    String reading =
        "insert into referral_reading values ('" + sent.id() + "', '%s', now(), 1, now())";
    refused(Persona.SOCIAL_WORKER, reading.formatted("target"));
    refused(Persona.PARTNER_SYSTEM, reading.formatted("requester"));
    assertThat(asSomebody.change(Persona.PARTNER_SYSTEM, reading.formatted("target"))).isOne();
    String back =
        """
        insert into referral_return (id, referral_id, case_id, kind, reason_code, words, consent_by,
          consent_at, made_by, recorded_at, version%s)
        values (gen_random_uuid(), '%s', gen_random_uuid(), 'back', 'other', '', 'child',
          now(), 'x', now(), 0%s)""";
    refused(Persona.SOCIAL_WORKER, back.formatted("", sent.id(), ""));
    refused(Persona.OTHER_PARTNER_SYSTEM, back.formatted("", sent.id(), ""));
    refused(
        Persona.PARTNER_SYSTEM,
        back.formatted(
            ", answer, answered_at, answered_by",
            sent.id(),
            ", 'taken-up', now(), gen_random_uuid()"));
    assertThat(asSomebody.change(Persona.PARTNER_SYSTEM, back.formatted("", sent.id(), "")))
        .isOne();
  }

  @Test
  void noWordOfAReferralIsReadableInTheDatabase() {
    Sent claimed =
        Requests.answered(
            sent(), "claim", Map.of("happenedAt", Requests.LATER.toString(), "name", "Advocate Z"));
    Requests.answered(
        claimed, "rejection", Requests.because(Requests.LATER, "other", "She is a relative"));
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
            "court heard",
            "Advocate Z",
            "is a relative",
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
