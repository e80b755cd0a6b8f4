package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency says of a referral is the owner's to do, until it is done. */
@HifazatTest(service = "cases")
class ReferralTasksTest {
  private static final Persona OWNER = Persona.SOCIAL_WORKER;
  private static final Instant AT = Instant.now().minusSeconds(600);

  @Inject DataSource database;
  @Inject Deliveries deliveries;

  private UUID referral = UUID.randomUUID();
  private long version;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void whatComesBackAnswersAndMessagesAreTheOwnersUntilTheyAreDealtWith() {
    String id = Casework.opened("Palwasha");
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    returned(id, first);
    returned(id, first);
    returned(id, second);
    assertThat(open(id, "referral-returned", OWNER)).isOne();
    assertThat(open(id, "referral-returned", Persona.SUPERVISOR)).isZero();
    assertThat(
            Backstage.count(
                """
                select count(*) from task t join deadline_policy p on p.id = t.policy_id
                 where t.case_id = ?::uuid and t.kind = 'referral-returned'
                   and t.due_at = t.started_at + p.hours * interval '1 hour'""",
                id))
        .as("by the policy of that day")
        .isOne();
    byHand(id, "referral-returned").then().statusCode(409);
    returnAnswered(id, first);
    assertThat(open(id, "referral-returned", OWNER)).as("another waits").isOne();
    returnAnswered(id, second);
    returned(id, second);
    assertThat(open(id, "referral-returned", OWNER)).isZero();

    written(id, "requester");
    assertThat(open(id, "referral-message", OWNER)).isZero();
    written(id, "target");
    written(id, "target");
    assertThat(open(id, "referral-message", OWNER)).isOne();
    written(id, "requester");
    assertThat(open(id, "referral-message", OWNER)).isZero();

    handedOver(id, "handed-over", false);
    assertThat(open(id, "referral-handed-over", OWNER)).as("another person has it").isZero();
    handedOver(id, "left", true);
    handedOver(id, "left", true);
    assertThat(open(id, "referral-handed-over", OWNER)).isOne();
    byHand(id, "referral-handed-over").then().statusCode(200);
    handedOver(id, "handed-over", true);
    assertThat(open(id, "referral-handed-over", OWNER)).isOne();
    moved(id, "accepted", ",\"by\":\"target\"");
    assertThat(open(id, "referral-handed-over", OWNER)).as("somebody took it").isZero();

    moved(id, "cancelled", ",\"by\":\"requester\"");
    assertThat(open(id, "referral-withdrawn", OWNER)).as("by the unit itself").isZero();
    moved(id, "cancelled", ",\"by\":\"target\"");
    assertThat(open(id, "referral-withdrawn", OWNER)).isOne();
    assertThat(open(id, "referral-withdrawn", Persona.SUPERVISOR)).isOne();

    moved(id, "accepted", "");
    assertThat(open(id, "referral-answered", OWNER)).isZero();
    moved(id, "completed", ",\"outcomeCode\":\"provided\"");
    assertThat(open(id, "referral-answered", OWNER)).isOne();
    told(id, "referral-loop-closed", ",\"at\":\"%s\"".formatted(AT));
    assertThat(open(id, "referral-answered", OWNER)).isZero();
    as(OWNER)
        .get("/v1/cases/" + id + "/timeline?group=referral&limit=20")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.kind == 'referral-return-answered' }.codes",
            contains(List.of("declined"), List.of("declined")));
  }

  /** Scenario 3 of the case's side. */
  @Test
  void ofAYesTheOwnerReadsInTheStoryAndHasNothingToDo() {
    String id = Casework.opened("Nodira");
    requested(id, ",\"agencyId\":\"%s\"".formatted(Persona.LEGAL_AID));
    long before = tasks(id);
    moved(id, "accepted", ",\"by\":\"target\"");
    assertThat(tasks(id)).isEqualTo(before);
    story(id)
        .body("items.kind", contains("referral-moved", "referral-requested"))
        .body("items[0].codes", contains("accepted"))
        .body("items[0].subjectId", equalTo(referral.toString()));
  }

  /** Scenario 4 of the case's side. */
  @Test
  void aNoIsTheOwnersToTellTheFamilyOfAndNobodyElses() {
    String id = Casework.opened("Zarghuna");
    requested(id, ",\"agencyId\":\"%s\"".formatted(Persona.LEGAL_AID));
    assertThat(open(id, "referral-answered", OWNER)).isZero();
    moved(id, "rejected", ",\"by\":\"target\"");
    assertThat(open(id, "referral-answered", OWNER)).isOne();
    assertThat(open(id, "referral-answered", Persona.SUPERVISOR)).isZero();
    story(id).body("items[0].kind", equalTo("referral-moved"));
    story(id).body("items[0].codes", contains("rejected"));
    told(id, "referral-loop-closed", ",\"at\":\"%s\"".formatted(AT));
    assertThat(open(id, "referral-answered", OWNER)).isZero();
  }

  private static ValidatableResponse story(String caseId) {
    return as(OWNER).get("/v1/cases/" + caseId + "/timeline?group=referral").then().statusCode(200);
  }

  private static long tasks(String caseId) {
    return Backstage.count("select count(*) from task where case_id = ?::uuid", caseId);
  }

  @Test
  void whoeverIsOutsideTheDirectoryOnlyTheUnitCanRemindAndAnAgencyIsRemindedItself() {
    String id = Casework.opened("Gharibai");
    UUID recipient = UUID.randomUUID();
    requested(id, ",\"agencyId\":\"%s\"".formatted(Persona.LEGAL_AID));
    reminded(id, "");
    assertThat(open(id, "referral-unanswered", OWNER)).isZero();
    referral = UUID.randomUUID();
    String outside = ",\"agencyId\":\"%s\",\"outsideDirectory\":true".formatted(recipient);
    requested(id, outside);
    assertThat(
            Backstage.texts(
                "select coalesce(agency_id::text, 'none') from known_referral where referral_id = ?::uuid",
                referral))
        .containsExactly("none");
    reminded(id, outside);
    assertThat(open(id, "referral-unanswered", OWNER)).isOne();
    assertThat(open(id, "referral-unanswered", Persona.SUPERVISOR)).isOne();
  }

  private void requested(String caseId, String more) {
    told(
        caseId,
        "referral-requested",
        ",\"unitId\":\"%s\",\"serviceCategory\":\"health\",\"priority\":\"high\",\"authoredAt\":\"%s\",\"respondBy\":\"%s\",\"completeBy\":\"%s\"%s"
            .formatted(Persona.PESHAWAR, AT, AT, AT, more));
  }

  private void reminded(String caseId, String more) {
    String agency = more.isEmpty() ? ",\"agencyId\":\"%s\"".formatted(Persona.LEGAL_AID) : more;
    told(
        caseId,
        "referral-escalated",
        ",\"unitId\":\"%s\",\"clock\":\"respond\",\"level\":\"reminder\",\"dueAt\":\"%s\",\"at\":\"%s\"%s"
            .formatted(Persona.PESHAWAR, AT, AT, agency));
  }

  @Test
  void harmThatAChildTellsOfIsForOwnerAndSupervisorAndWhatIsNoneForNobody() {
    String id = Casework.opened("Spin Gul");
    feedback(id, "");
    assertThat(open(id, "feedback-concern", OWNER)).isZero();
    harm(id);
    feedback(id, ",\"tellsOfHarm\":true");
    assertThat(open(id, "feedback-concern", OWNER)).isOne();
    assertThat(open(id, "feedback-concern", Persona.SUPERVISOR)).isOne();
    told(
        id,
        "service-feedback-released",
        feedbackId() + ",\"agencyId\":\"%s\",\"at\":\"%s\"".formatted(Persona.LEGAL_AID, AT));
    told(
        id,
        "service-feedback-withdrawn",
        feedbackId() + ",\"agencyId\":\"%s\",\"at\":\"%s\"".formatted(Persona.LEGAL_AID, AT));
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind in"
                    + " ('feedback-released', 'feedback-withdrawn') order by recorded_at, id",
                id))
        .containsExactly("feedback-released", "feedback-withdrawn");
    byHand(id, "feedback-concern").then().statusCode(200).body("state", equalTo("done"));
    assertThat(open(id, "feedback-concern", OWNER)).isZero();
    assertThat(
            Backstage.texts(
                "select array_to_string(codes, ' ') from timeline_entry"
                    + " where case_id = ?::uuid and kind = 'feedback-concern'",
                id))
        .as("told apart, and as it was told before")
        .containsExactly("child", "child");
    Backstage.execute(
        "update case_file set state = 'closed', closed_at = now() where id = ?::uuid", id);
    returned(id, UUID.randomUUID());
    assertThat(open(id, "referral-returned", OWNER)).as("of a closed case").isZero();
  }

  private static Response byHand(String caseId, String kind) {
    String task =
        Backstage.texts(
                "select id::text from task where case_id = ?::uuid and kind = ? and state = 'open'"
                    + " and owner_id = ?",
                caseId,
                kind,
                OWNER.staffId().orElseThrow())
            .getFirst();
    return as(OWNER)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now().minusSeconds(1)))
        .post("/v1/tasks/" + task + "/completion");
  }

  private static long open(String caseId, String kind, Persona persona) {
    return Backstage.count(
        "select count(*) from task where case_id = ?::uuid and kind = ? and state = 'open'"
            + " and owner_id = ?",
        caseId,
        kind,
        persona.staffId().orElseThrow());
  }

  private void returned(String caseId, UUID id) {
    told(
        caseId,
        "referral-returned",
        parties() + ",\"returnId\":\"%s\",\"kind\":\"back\",\"at\":\"%s\"".formatted(id, AT));
  }

  private void returnAnswered(String caseId, UUID id) {
    told(
        caseId,
        "referral-return-answered",
        parties() + ",\"returnId\":\"%s\",\"answer\":\"declined\",\"at\":\"%s\"".formatted(id, AT));
  }

  private void handedOver(String caseId, String why, boolean toQueue) {
    told(
        caseId,
        "referral-handed-over",
        parties() + ",\"why\":\"%s\",\"toQueue\":%s,\"at\":\"%s\"".formatted(why, toQueue, AT));
  }

  private void written(String caseId, String by) {
    told(
        caseId,
        "referral-message-added",
        parties()
            + ",\"messageId\":\"%s\",\"by\":\"%s\",\"at\":\"%s\""
                .formatted(UUID.randomUUID(), by, AT));
  }

  private void moved(String caseId, String to, String more) {
    told(
        caseId,
        "referral-moved",
        ",\"agencyId\":\"%s\",\"from\":\"requested\",\"to\":\"%s\",\"at\":\"%s\"%s"
            .formatted(Persona.LEGAL_AID, to, AT, more));
  }

  private void feedback(String caseId, String more) {
    version++;
    Events.deliverRaw(
        deliveries,
        "hifazat.referrals.v1",
        "org.hifazat.referrals.service-feedback-recorded.v1",
        caseId,
        version,
        "{\"referralId\":\"%s\",\"caseId\":\"%s\",\"districtCode\":\"peshawar\"%s,\"agencyId\":\"%s\",\"serviceCategory\":\"shelter\",\"speaker\":\"child\",\"rating\":1,\"at\":\"%s\"%s}"
            .formatted(referral, caseId, feedbackId(), Persona.LEGAL_AID, AT, more));
  }

  private void harm(String caseId) {
    version++;
    Events.deliver(
        deliveries,
        "hifazat.safeguarding.v1",
        "org.hifazat.safeguarding.harm-at-service-told.v1",
        caseId,
        version,
        "{\"referralId\":\"%s\",\"caseId\":\"%s\"%s,\"speaker\":\"child\",\"at\":\"%s\"}"
            .formatted(referral, caseId, feedbackId(), AT));
  }

  private static String feedbackId() {
    return ",\"feedbackId\":\"%s\"".formatted(UUID.randomUUID());
  }

  private static String parties() {
    return ",\"unitId\":\"%s\",\"agencyId\":\"%s\"".formatted(Persona.PESHAWAR, Persona.LEGAL_AID);
  }

  private void told(String caseId, String type, String more) {
    version++;
    Events.deliver(
        deliveries,
        "hifazat.referrals.v1",
        "org.hifazat.referrals." + type + ".v1",
        caseId,
        version,
        "{\"referralId\":\"%s\",\"caseId\":\"%s\",\"districtCode\":\"peshawar\"%s}"
            .formatted(referral, caseId, more));
  }
}
