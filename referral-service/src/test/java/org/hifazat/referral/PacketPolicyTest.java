package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.bearing;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.with;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Commission lays down what packets hold, how long they are read and by when is answered. */
@HifazatTest(service = "referrals")
class PacketPolicyTest {
  private static final String BASE = "/v1/packet-policies";
  private static final String RULE =
      "rules.findAll { it.of == 'legal-aid' && it.kind == 'risk-summary' }.";

  private final MutableClock clock;

  PacketPolicyTest(MutableClock clock) {
    this.clock = clock;
  }

  @AfterEach
  void asItWas() {
    for (String table :
        List.of(
            "packet_rule",
            "packet_term",
            "unanswered_term",
            "referral_deadline",
            "directory_policy")) {
      Backstage.execute("delete from " + table + " where source = 'Invented notification'");
      Backstage.execute("update " + table + " set valid_to = null");
    }
  }

  @Test
  void aRuleHoldsFromItsDayOnAndWhatHeldBeforeStaysOnRecord() {
    LocalDate day = inTwoDays();
    put("rules/legal-aid/risk-summary/" + day, "\"release\":\"offered\"").then().statusCode(200);
    String seen = seen();
    Response laid = put(seen, "rules/legal-aid/risk-summary/" + day, "\"release\":\"never\"");
    put(seen, "terms/completed/" + day, "\"days\":7")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    put(seen, "rules/legal-aid/risk-summary/" + day, "\"release\":\"never\"")
        .then()
        .statusCode(200);
    laid.then()
        .statusCode(200)
        .body(RULE + "rule", contains("never"))
        .body(RULE + "validFrom", contains(day.toString()));
    put("rules/legal-aid/risk-summary/" + day.plusDays(9), "\"release\":\"with-reason\"")
        .then()
        .body(RULE + "rule", contains("never", "with-reason"))
        .body(RULE + "validTo", hasItem(day.plusDays(9).toString()));
    assertThat(release()).as("today by the rule for all").isEqualTo("with-reason");
    clock.advance(Duration.ofDays(2));
    assertThat(release()).isEqualTo("never");
    clock.advance(Duration.ofDays(9));
    assertThat(release()).isEqualTo("with-reason");
    assertThat(Backstage.audit("KEEP_PACKET_RULES", "legal-aid:risk-summary"))
        .contains("performed never:" + day);
  }

  @Test
  void termsHoldFromTheirDayOnTooAndNobodyChangesWhatHoldsAlready() {
    LocalDate day = inTwoDays();
    put("terms/completed/" + day, "\"days\":7")
        .then()
        .statusCode(200)
        .body("terms.findAll { it.of == 'completed' }.rule", contains("30", "7"));
    put("unanswered/high/" + day, "\"hours\":48")
        .then()
        .statusCode(200)
        .body("unanswered.findAll { it.of == 'high' }.rule", contains("72", "48"))
        .body("unanswered.findAll { it.of == 'high' }.validTo", hasItem(day.toString()));
    refused("terms/completed/" + today(), "\"days\":7", 422, "policy-begun");
    refused("terms/requested/" + day, "\"days\":7", 422, "code-unknown");
    refused("unanswered/urgent/" + day, "\"hours\":7", 422, "code-unknown");
    refused("rules/any/childs-name/" + day, "\"release\":\"never\"", 422, "item-unknown");
    refused("rules/bakery/needs/" + day, "\"release\":\"never\"", 422, "code-unknown");
    refused("rules/any/needs/" + day, "\"release\":\"perhaps\"", 400, "invalid-value");
    refused("terms/completed/tomorrow", "\"days\":7", 400, "invalid-value");
    refused("terms/completed/+999999999-01-01", "\"days\":7", 400, "invalid-value");
    bearing(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .body("{\"days\":7,\"source\":\"Invented notification\"}")
        .put(BASE + "/terms/completed/" + day)
        .then()
        .statusCode(401);
  }

  @Test
  void aReferralHasTheDeadlinesOfTheDayItIsMade() {
    Agencies.known();
    LocalDate day = inTwoDays();
    put("deadlines/high/" + day, "\"respondHours\":6,\"completeHours\":48")
        .then()
        .statusCode(200)
        .body("deadlines.findAll { it.of == 'high' }.rule", contains("24", "6"))
        .body("deadlines.findAll { it.of == 'high' }.completeHours", contains(72, 48))
        .body("deadlines.findAll { it.of == 'high' }.validTo", hasItem(day.toString()));
    String both = "\"respondHours\":6,\"completeHours\":";
    refused("deadlines/high/" + day, both + 5, 422, "deadlines-crossed");
    refused("deadlines/urgent/" + day, both + 48, 422, "code-unknown");
    refused("deadlines/high/" + today(), both + 48, 422, "policy-begun");
    refused("deadlines/high/" + day, both + 0, 400, "invalid-value");
    refused("deadlines/high/" + day, both + 8761, 400, "invalid-value");
    refused("deadlines/high/" + day, "\"respondHours\":6", 400, "invalid-value");
    UUID caseId = Backstage.openCaseWithConsent();
    Instant before = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    assertThat(due(caseId, before, "respondBy")).isEqualTo(before.plus(Duration.ofHours(24)));
    clock.advance(Duration.ofDays(2));
    Instant after = before.plus(Duration.ofDays(2));
    assertThat(due(caseId, after, "respondBy")).isEqualTo(after.plus(Duration.ofHours(6)));
    assertThat(due(caseId, after, "completeBy")).isEqualTo(after.plus(Duration.ofHours(48)));
    assertThat(due(caseId, before, "completeBy"))
        .as("made two days before, written down late")
        .isEqualTo(before.plus(Duration.ofHours(72)));
    assertThat(Backstage.audit("KEEP_PACKET_RULES", "high")).contains("performed 6:48:" + day);
  }

  @Test
  void anEntryOfTheDirectoryIsAssuredForTheDaysThatHoldToday() {
    Agencies.known();
    LocalDate day = inTwoDays();
    String entry = "/v1/hsds/services/" + Agencies.entry(Backstage.LEGAL_AID);
    Backstage.execute(
        "update service set assured_date = ? where id = ?",
        today().minusDays(40),
        Agencies.entry(Backstage.LEGAL_AID));
    put("assurance/" + day, "\"days\":30")
        .then()
        .statusCode(200)
        .body("assurance.rule", contains("90", "30"))
        .body("assurance.of", contains("assurance", "assurance"));
    refused("assurance/" + today(), "\"days\":30", 422, "policy-begun");
    refused("assurance/" + day, "\"days\":0", 400, "invalid-value");
    refused("assurance/" + day, "\"days\":3651", 400, "invalid-value");
    as(Persona.SOCIAL_WORKER).get(entry).then().body("assurance_overdue", equalTo(false));
    clock.advance(Duration.ofDays(2));
    as(Persona.SOCIAL_WORKER).get(entry).then().body("assurance_overdue", equalTo(true));
  }

  private static Instant due(UUID caseId, Instant authored, String which) {
    return Instant.parse(
        refer(Persona.SOCIAL_WORKER, with(referral(caseId), "authoredAt", authored.toString()))
            .then()
            .statusCode(201)
            .extract()
            .path(which));
  }

  /** Still to come if midnight passes before it is asked for, and here once two days are over. */
  private LocalDate inTwoDays() {
    return today().plusDays(2);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Karachi"));
  }

  private static String release() {
    return as(Persona.SOCIAL_WORKER)
        .get("/v1/packet-rules?category=legal-aid")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.kind == 'risk-summary' }.release");
  }

  private static void refused(String path, String field, int status, String code) {
    put(path, field).then().statusCode(status).body("code", equalTo(code));
  }

  private static Response put(String path, String field) {
    return put(seen(), path, field);
  }

  private static Response put(String seen, String path, String field) {
    return as(Persona.COMMISSION_ADMIN)
        .header("If-Match", seen)
        .body("{" + field + ",\"source\":\"Invented notification\"}")
        .put(BASE + "/" + path);
  }

  /** The history as it is now. */
  static String seen() {
    return as(Persona.COMMISSION_ADMIN).get(BASE).header("ETag");
  }
}
