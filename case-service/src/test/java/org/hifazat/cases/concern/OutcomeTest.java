package org.hifazat.cases.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.concern.Outcomes.decided;
import static org.hifazat.cases.concern.Outcomes.followUp;
import static org.hifazat.cases.concern.Outcomes.join;
import static org.hifazat.cases.concern.Outcomes.referOn;
import static org.hifazat.cases.concern.Outcomes.triaged;
import static org.hifazat.cases.concern.Outcomes.waiting;
import static org.hifazat.cases.concern.Outcomes.wrongDistrict;
import static org.hifazat.cases.concern.PublishedReports.assertPublished;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Events;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Requests;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a report, it is seen by somebody until it is done with. */
@HifazatTest(service = "cases")
class OutcomeTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject EscalateReports escalation;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aReportJoinsACaseWhoseTimelineShowsItAndWhoseWorkerGetsATask() {
    String caseId = Casework.opened("Joined");
    String number = as(WORKER).get("/v1/cases/" + caseId).path("number");
    Response report = waiting("peshawar", "named", "urgent");
    triaged(Persona.PROTECTION_OFFICER, report, join(number.toLowerCase(Locale.ROOT)))
        .then()
        .statusCode(200)
        .body("decision", equalTo("join-case"))
        .body("caseId", equalTo(caseId));
    as(WORKER)
        .get("/v1/cases/" + caseId + "/concern-reports")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.decision", contains("open-case", "join-case"));
    Response first = as(WORKER).get("/v1/cases/" + caseId + "/concern-reports?limit=1");
    first.then().statusCode(200).body("items.decision", contains("open-case"));
    String cursor = first.header("Link").replaceAll(".*cursor=([^&>]+).*", "$1");
    as(WORKER)
        .get("/v1/cases/" + caseId + "/concern-reports?cursor=" + cursor)
        .then()
        .body("items.decision", contains("join-case"));
    as(WORKER)
        .get("/v1/cases/" + Casework.opened("Other") + "/concern-reports?cursor=" + cursor)
        .then()
        .statusCode(400);
    assertThat(
            Backstage.texts(
                "select subject_id || ' ' || array_to_string(codes, ' ') from timeline_entry"
                    + " where kind = 'concern-joined' and case_id = ?::uuid",
                caseId))
        .containsExactly(report.path("id") + " helpline-1121 urgent");
    assertThat(
            Backstage.texts(
                "select owner_id::text from task where kind = 'joined-report' and case_id = ?::uuid",
                caseId))
        .containsExactly(WORKER.staffId().orElseThrow().toString());
    assertPublished(report.path("id"), "concern-joined");
    refused(WORKER, report, join(number), 409, "already-triaged");
  }

  @Test
  void aReportDoesNotJoinACaseThatIsClosedOrOutOfReachOrUnknown() {
    String closed = Casework.opened("Ended");
    String number = as(WORKER).get("/v1/cases/" + closed).path("number");
    Casework.putInto(closed, "closed");
    Response report = waiting("peshawar", "named", "urgent");
    refused(WORKER, report, join(number), 409, "case-closed");
    refused(WORKER, report, join("KP-1900-000001"), 422, "case-number-unknown");
    refused(WORKER, report, Outcomes.body("join-case", "x", ""), 422, "case-number-needed");
    Response elsewhere = waiting("mardan", "named", "urgent");
    refused(Persona.OTHER_UNIT_SOCIAL_WORKER, elsewhere, join(number), 422, "case-number-unknown");
  }

  @Test
  void aReportReferredOnIsAskedAboutAndWaitsAgainWhenNobodyTookItUp() {
    Response report = waiting("peshawar", "named", "routine");
    String id = report.path("id");
    String agency = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";
    Response referred = triaged(WORKER, report, referOn("legal-aid", agency, "A custody matter."));
    referred
        .then()
        .statusCode(200)
        .body("decision", equalTo("refer-on"))
        .body("followUpDue", notNullValue())
        .body("referrals", hasSize(1))
        .body("referrals[0].agencyId", equalTo(Persona.LEGAL_AID))
        .body("referrals[0].reason", equalTo("A custody matter."));
    as(WORKER)
        .get("/v1/concern-reports?queue=follow-up&limit=100")
        .then()
        .body("items.id", hasItem(id));
    clock.advance(Duration.ofDays(9));
    escalation.tellAll();
    followUp(WORKER, id, "\"v7\"", false).then().statusCode(412);
    Response again = followUp(WORKER, id, referred.header("ETag"), false);
    again
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("decision", nullValue())
        .body("receivedAt", equalTo(report.path("receivedAt")))
        .body("referrals[0].result", equalTo("not-taken-up"));
    assertPublished(id, "concern-referred-on", "concern-escalated", "concern-returned");
    followUp(WORKER, id, again.header("ETag"), true)
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-follow-up"));
    Response taken = Outcomes.decided(WORKER, id, referOn("police", "", "Another matter."));
    taken.then().statusCode(200).body("referrals", hasSize(2));
    followUp(WORKER, id, taken.header("ETag"), true)
        .then()
        .statusCode(200)
        .body("state", equalTo("triaged"))
        .body("followUpDue", nullValue());
    as(WORKER)
        .get("/v1/concern-reports?queue=follow-up&limit=100")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void aReportIsNotReferredToNobodyOrToAnAgencyOfAnotherKindOrWithoutReasonOrDay() {
    Response report = waiting("peshawar", "named", "routine");
    String agency = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";
    refused(WORKER, report, referOn("police", agency, "x"), 422, "agency-unknown");
    refused(WORKER, report, referOn("witchcraft", "", "x"), 422, "code-unknown");
    refused(WORKER, report, referOn("police", "", " "), 422, "reason-needed");
    refused(WORKER, report, Outcomes.body("refer-on", "x", ""), 422, "body-needed");
    refused(
        WORKER,
        report,
        referOn("police", "", "x", KarachiTime.day(Instant.now()).minusDays(1)),
        422,
        "follow-up-too-early");
  }

  @Test
  void aReportOfAnotherDistrictGoesToItsQueueWithItsHistoryAndItsFirstTime() {
    Response report = waiting("peshawar", "named", "urgent");
    String id = report.path("id");
    triaged(WORKER, report, wrongDistrict("mardan", "The school is in Mardan."))
        .then()
        .statusCode(202)
        .body("unitId", equalTo(Persona.MARDAN))
        .body("state", equalTo("waiting"));
    as(WORKER).get("/v1/concern-reports/" + id).then().statusCode(404);
    as(Persona.HELPLINE_OPERATOR).get("/v1/concern-reports/" + id).then().statusCode(200);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/concern-reports?queue=due&limit=100")
        .then()
        .body("items.id", hasItem(id));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/concern-reports/" + id)
        .then()
        .statusCode(200)
        .body("receivedAt", equalTo(report.path("receivedAt")))
        .body("dueAt", equalTo(report.path("dueAt")))
        .body("routings", hasSize(1))
        .body("routings[0].fromDistrict", equalTo("peshawar"))
        .body("routings[0].toDistrict", equalTo("mardan"))
        .body("routings[0].back", equalTo(false))
        .body("routings[0].reason", equalTo("The school is in Mardan."));
    assertPublished(id, "concern-routed");
  }

  @Test
  void aReportIsSentBackByASupervisorOnlySoThatItDoesNotGoToAndFroUnseen() {
    Response report = waiting("peshawar", "named", "urgent");
    String id = report.path("id");
    triaged(WORKER, report, wrongDistrict("mardan", "There."));
    decided(Persona.OTHER_UNIT_SOCIAL_WORKER, id, wrongDistrict("peshawar", "No, there."))
        .then()
        .statusCode(409)
        .body("code", equalTo("routing-back-needs-supervisor"));
    decided(Persona.OTHER_UNIT_SUPERVISOR, id, wrongDistrict("peshawar", "No, there."))
        .then()
        .statusCode(202);
    as(WORKER)
        .get("/v1/concern-reports/" + id)
        .then()
        .statusCode(200)
        .body("routings.back", contains(false, true));
  }

  @Test
  void aReportIsNotRoutedToItsOwnDistrictOrOneThereIsNotOrWithoutReason() {
    Response report = waiting("peshawar", "named", "urgent");
    refused(WORKER, report, wrongDistrict("peshawar", "x"), 409, "already-in-district");
    refused(WORKER, report, wrongDistrict("atlantis", "x"), 422, "district-unknown");
    refused(WORKER, report, wrongDistrict("mardan", ""), 400, "invalid-value");
    refused(WORKER, report, wrongDistrict("mardan", " "), 422, "reason-needed");
    refused(WORKER, report, Outcomes.body("wrong-district", "x", ""), 422, "district-needed");
    decided(
            Persona.OTHER_UNIT_SUPERVISOR,
            report.<String>path("id"),
            wrongDistrict("torghar", "Not mine to move."))
        .then()
        .statusCode(404);
  }

  @Test
  void aReportOfADistrictWithoutUnitStandsBeforeSupervisorsUntilAUnitServesIt() {
    Directory.district(database, "kolai", 1, "");
    Response report = waiting("kolai", "named", "urgent");
    String id = report.path("id");
    as(Persona.SUPERVISOR)
        .get("/v1/concern-reports?queue=unassigned&limit=100")
        .then()
        .body("items.id", hasItem(id));
    as(WORKER)
        .get("/v1/concern-reports?queue=unassigned&limit=100")
        .then()
        .body("items", hasSize(0));
    Response mine = waiting("peshawar", "named", "urgent");
    triaged(WORKER, mine, wrongDistrict("torghar", "Beyond the river."))
        .then()
        .statusCode(202)
        .body("unitId", nullValue());
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/concern-reports?queue=unassigned&limit=100")
        .then()
        .body("items.id", hasItem(mine.<String>path("id")));
    unitServes("kolai");
    as(WORKER).get("/v1/concern-reports/" + id).then().statusCode(200);
    as(Persona.SUPERVISOR)
        .get("/v1/concern-reports?queue=unassigned&limit=100")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  /** Peshawar's unit serves one more district from now on, as far as the queue is concerned. */
  private void unitServes(String district) {
    Events.send(
        "hifazat.directory.v1",
        "org.hifazat.directory.unit-established.v1",
        Persona.PESHAWAR,
        2,
        UUID.randomUUID(),
        """
        {"unitId":"%s","code":"peshawar","nameEn":"p","nameUr":"p","namePs":"p",
         "managementLine":"settled","districtCodes":["peshawar","%s"]}"""
            .formatted(Persona.PESHAWAR, district));
    Awaitility.await("the unit serves the district")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_unit_district where district_code = ?",
                        district)
                    == 1);
  }

  @Test
  void aReportWhoseDistrictEndedMeanwhileIsStillInItsQueueAndIsTriaged() {
    Directory.district(database, "old-tank", 1, ",\"unitId\":\"" + Persona.PESHAWAR + "\"");
    Response report =
        waiting("old-tank", "named", "urgent", Instant.now().minus(Duration.ofDays(20)));
    Directory.district(
        database,
        "old-tank",
        2,
        ",\"validTo\":\"2020-01-01\",\"unitId\":\"" + Persona.PESHAWAR + "\"");
    as(WORKER)
        .get("/v1/concern-reports?queue=due&limit=100")
        .then()
        .body("items.id", hasItem(report.<String>path("id")));
    refused(
        WORKER,
        waiting("peshawar", "named", "urgent"),
        wrongDistrict("old-tank", "x"),
        422,
        "district-unknown");
    triaged(
        WORKER,
        report,
        Requests.openCaseBody(WORKER, "Ended", "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\""));
  }

  private static void refused(
      Persona persona, Response report, String body, int status, String code) {
    Map<String, Long> before = Backstage.rows();
    decided(persona, report, body).then().statusCode(status).body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }
}
