package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Scenario 5 of the acceptance scenarios, in the case: what a referral was made for is done when
 * its loop is closed with it, and by nothing else. Told over Kafka, as the referral service does.
 */
@HifazatTest(service = "cases")
class ReferredActionsTest {
  private static final Persona OWNER = Persona.SOCIAL_WORKER;
  private static final String BEGUN = "floor(extract(epoch from started_at))::bigint::text";

  @Inject DataSource database;

  private final Instant given = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private long version;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void anActionIsDoneByTheReferralThatBroughtItAndByNoOther() {
    UUID wanted = UUID.randomUUID();
    UUID failing = UUID.randomUUID();
    UUID byHand = UUID.randomUUID();
    String id = Casework.opened("Shabana");
    String plan =
        Plans.inForce(
            id,
            UUID.randomUUID(),
            String.join(",", action(wanted), action(failing), action(byHand)));
    assertThat(plan).isNotBlank();

    UUID unknown = referred(id, UUID.randomUUID());
    UUID brings = referred(id, wanted);
    UUID fails = referred(id, failing);
    UUID late = referred(id, byHand);
    as(OWNER)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now().minusMillis(1)))
        .post("/v1/tasks/" + task(id, byHand) + "/completion")
        .then()
        .statusCode(200);
    String decided = done(id, byHand);

    completed(id, brings, "provided");
    assertThat(state(id, wanted)).as("before the family was told").isEqualTo("open");
    closed(id, brings);
    closed(id, brings);
    completed(id, fails, "not-provided");
    closed(id, fails);
    completed(id, late, "provided");
    closed(id, late);
    completed(id, unknown, "provided");
    closed(id, unknown);
    Awaitility.await().until(() -> kinds(id, "referral-loop-closed") >= 5);

    assertThat(state(id, wanted)).isEqualTo("done");
    assertThat(done(id, wanted)).isEqualTo(given.toString());
    assertThat(
            Backstage.count(
                "select count(*) from known_referral where case_id = ?::uuid and carried_out", id))
        .isOne();
    assertThat(state(id, failing)).isEqualTo("open");
    assertThat(done(id, byHand)).as("what the worker decided stands").isEqualTo(decided);
    assertThat(open(id, "referral-action-open")).isOne();
    assertThat(kinds(id, "referral-carried-out-action")).isOne();
    as(OWNER)
        .get("/v1/cases/" + id + "/timeline?group=referral&limit=50")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem(equalTo("referral-carried-out-action")));
    assertThat(
            Backstage.count(
                "select count(*) from known_referral where referral_id = ? and action_id is null",
                unknown))
        .as("an action the plan does not have")
        .isOne();
  }

  @Test
  void anActionIsDoneByALoopClosedInTheMinuteInWhichItBeganAndNotBefore() {
    UUID sameMinute = UUID.randomUUID();
    UUID before = UUID.randomUUID();
    String id = Casework.opened("Palwasha");
    Plans.inForce(id, UUID.randomUUID(), String.join(",", action(sameMinute), action(before)));
    Instant minute =
        Instant.ofEpochSecond(Long.parseLong(field(id, sameMinute, BEGUN)))
            .truncatedTo(ChronoUnit.MINUTES);

    UUID brings = referred(id, sameMinute);
    UUID early = referred(id, before);
    completed(id, brings, "provided");
    closed(id, brings, minute);
    completed(id, early, "provided");
    closed(id, early, minute.minusSeconds(1));
    Awaitility.await().until(() -> kinds(id, "referral-loop-closed") >= 2);

    assertThat(state(id, sameMinute)).isEqualTo("done");
    assertThat(state(id, before)).as("begun anew after it").isEqualTo("open");
  }

  private static String action(UUID id) {
    return Plans.action(id, "Legal advice for the aunt", Plans.staff(OWNER), Plans.inDays(9));
  }

  private UUID referred(String caseId, UUID action) {
    UUID referral = UUID.randomUUID();
    told(
        "referral-requested",
        caseId,
        """
        {"referralId":"%s","caseId":"%s","districtCode":"peshawar","unitId":"%s","agencyId":"%s",
         "serviceCategory":"legal-aid","priority":"high","authoredAt":"%s","respondBy":"%s",
         "completeBy":"%s","actionId":"%s"}"""
            .formatted(
                referral,
                caseId,
                Persona.PESHAWAR,
                Persona.LEGAL_AID,
                given,
                given.plusSeconds(86_400),
                given.plusSeconds(172_800),
                action));
    Awaitility.await()
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_referral where referral_id = ?", referral)
                    == 1);
    return referral;
  }

  private void completed(String caseId, UUID referral, String outcome) {
    told(
        "referral-moved",
        caseId,
        """
        {"referralId":"%s","caseId":"%s","districtCode":"peshawar","agencyId":"%s",
         "from":"accepted","to":"completed","by":"target","at":"%s","outcomeCode":"%s"}"""
            .formatted(referral, caseId, Persona.LEGAL_AID, given, outcome));
    Awaitility.await()
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_referral where referral_id = ? and outcome = ?",
                        referral,
                        outcome)
                    == 1);
  }

  private void closed(String caseId, UUID referral) {
    closed(caseId, referral, Instant.now());
  }

  private void closed(String caseId, UUID referral, Instant at) {
    told(
        "referral-loop-closed",
        caseId,
        "{\"referralId\":\"%s\",\"caseId\":\"%s\",\"districtCode\":\"peshawar\",\"at\":\"%s\"}"
            .formatted(referral, caseId, at));
  }

  private void told(String type, String caseId, String payload) {
    version++;
    Events.send(
        "hifazat.referrals.v1",
        "org.hifazat.referrals." + type + ".v1",
        caseId,
        version,
        UUID.randomUUID(),
        payload);
  }

  private static String task(String caseId, UUID action) {
    return field(caseId, action, "id::text");
  }

  private static String state(String caseId, UUID action) {
    return field(caseId, action, "state");
  }

  private static String done(String caseId, UUID action) {
    return field(
        caseId, action, "to_char(done_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
  }

  private static String field(String caseId, UUID action, String field) {
    return Backstage.texts(
            "select "
                + field
                + " from task where case_id = ?::uuid and kind = 'plan-action' and subject_id = ?",
            caseId,
            action)
        .getFirst();
  }

  private static long open(String caseId, String kind) {
    return Backstage.count(
        "select count(*) from task where case_id = ?::uuid and kind = ? and state = 'open'",
        caseId,
        kind);
  }

  private static long kinds(String caseId, String kind) {
    return Backstage.count(
        "select count(*) from timeline_entry where case_id = ?::uuid and kind = ?", caseId, kind);
  }
}
