package org.hifazat.cases.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.tracing.Tracing.read;
import static org.hifazat.cases.tracing.Tracing.record;
import static org.hifazat.cases.tracing.Tracing.step;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Topic;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A child without their people, and the search for them. */
@HifazatTest(service = "cases")
class TracingTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    caseId = openCase(ME, "Nazo", NINE_YEARS);
  }

  /** At nine both words count: a caregiver's and the child's own. */
  private void consented(String decision) {
    said("caregiver", decision);
    said("child", "given");
  }

  private void said(String giver, String decision) {
    consent(
            ME,
            caseId,
            consent("tracing", giver, Instant.now().minusSeconds(1), "")
                .replace("\"given\"", "\"" + decision + "\""))
        .then()
        .statusCode(201);
  }

  @Test
  void theSearchGoesFromOpenToReunifiedWithSomebodyOfTheCaseAndVisitsFollow() {
    consented("given");
    read(ME, caseId).then().header("ETag", "\"v0\"").body("status", nullValue());
    record(ME, caseId, "\"v0\"", "unaccompanied")
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("next", contains("open"));
    as(ME).get("/v1/cases/" + caseId).then().body("warnings", hasItem("unaccompanied"));
    step(ME, caseId, "\"v1\"", "open", "").then().statusCode(201).header("ETag", "\"v2\"");
    step(ME, caseId, "\"v2\"", "in-progress", ",\"note\":\"Asked at the crossing.\"")
        .then()
        .statusCode(201);
    step(ME, caseId, "\"v3\"", "verified", "").then().statusCode(201);
    String aunt = People.add(ME, caseId, People.person("aunt", "Invented Aunt", "", "")).path("id");
    step(ME, caseId, "\"v4\"", "reunified", ",\"personId\":\"" + aunt + "\"")
        .then()
        .statusCode(201)
        .header("ETag", "\"v5\"");
    read(ME, caseId)
        .then()
        .body("status", equalTo("with-caregiver"))
        .body("tracing", equalTo("reunified"))
        .body("steps.to", contains("open", "in-progress", "verified", "reunified"))
        .body("steps[1].note", equalTo("Asked at the crossing."))
        .body("steps[3].personId", equalTo(aunt))
        .body("next", contains("in-progress", "closed"));
    as(ME)
        .get("/v1/cases/" + caseId)
        .then()
        .body("warnings", not(hasItem("unaccompanied")))
        .body(
            "tasks.kind",
            hasItems("reunification-visit-1", "reunification-visit-2", "reunification-visit-3"));
  }

  @Test
  void nobodyIsLookedForWithoutConsentAndAWithdrawalStopsTheSearch() {
    record(ME, caseId, "\"v0\"", "separated").then().statusCode(200);
    refused(step(ME, caseId, "\"v1\"", "open", ""), 409, "tracing-consent-missing");
    said("caregiver", "given");
    refused(step(ME, caseId, "\"v1\"", "open", ""), 409, "tracing-consent-missing");
    said("caregiver", "refused");
    said("child", "given");
    refused(step(ME, caseId, "\"v1\"", "open", ""), 409, "tracing-consent-missing");
    consented("given");
    step(ME, caseId, "\"v1\"", "open", "").then().statusCode(201);
    consented("withdrawn");
    refused(step(ME, caseId, "\"v2\"", "in-progress", ""), 409, "tracing-consent-missing");
    step(ME, caseId, "\"v2\"", "closed", "").then().statusCode(201);
  }

  @Test
  void aChildWithTheirOwnPeopleIsNotTracedFor() {
    consented("given");
    refused(step(ME, caseId, "\"v0\"", "open", ""), 409, "not-separated");
    record(ME, caseId, "\"v0\"", "with-caregiver").then().statusCode(200).body("next", empty());
    refused(step(ME, caseId, "\"v1\"", "open", ""), 409, "not-separated");
  }

  @Test
  void reunificationNamesAPersonOfThisCase() {
    consented("given");
    record(ME, caseId, "\"v0\"", "separated");
    step(ME, caseId, "\"v1\"", "open", "");
    step(ME, caseId, "\"v2\"", "in-progress", "");
    step(ME, caseId, "\"v3\"", "verified", "").then().statusCode(201);
    refused(step(ME, caseId, "\"v4\"", "reunified", ""), 422, "reunified-with-whom");
    String other = openCase(ME, "Spogmai", NINE_YEARS);
    String stranger =
        People.add(ME, other, People.person("aunt", "Invented Aunt", "", "")).path("id");
    refused(
        step(ME, caseId, "\"v4\"", "reunified", ",\"personId\":\"" + stranger + "\""),
        422,
        "reunified-with-whom");
    refused(
        step(ME, caseId, "\"v4\"", "in-progress", ",\"personId\":\"" + stranger + "\""),
        422,
        "reunified-with-whom");
    assertThat(
            Backstage.count(
                "select count(*) from task where case_id = ?::uuid and kind like 'reunification%'",
                caseId))
        .isZero();
  }

  @Test
  void aClosedCaseIsReopenedBeforeTheSearchGoesOn() {
    consented("given");
    record(ME, caseId, "\"v0\"", "separated");
    Backstage.execute(
        "update case_file set state = 'closed', closed_at = now() where id = ?::uuid", caseId);
    refused(step(ME, caseId, "\"v1\"", "open", ""), 409, "case-closed");
  }

  @Test
  void aStepNamesTheVersionItSaw() {
    consented("given");
    record(ME, caseId, "\"v0\"", "separated");
    step(ME, caseId, "\"v0\"", "open", "").then().statusCode(412);
    record(Persona.SUPERVISOR, caseId, "\"v0\"", "unaccompanied").then().statusCode(412);
    read(ME, caseId).then().header("ETag", "\"v1\"").body("steps", empty());
  }

  /** Every status × every step, against a table written by hand. */
  @TestFactory
  Stream<DynamicTest> onlyTheseStepsAreTaken() {
    List<String> allowed =
        List.of(
            "null OPEN",
            "OPEN IN_PROGRESS",
            "OPEN CLOSED",
            "IN_PROGRESS VERIFIED",
            "IN_PROGRESS CLOSED",
            "VERIFIED REUNIFIED",
            "VERIFIED IN_PROGRESS",
            "VERIFIED CLOSED",
            "REUNIFIED IN_PROGRESS",
            "REUNIFIED CLOSED",
            "CLOSED OPEN");
    List<DynamicTest> tests = new ArrayList<>();
    List<@Nullable TracingStatus> from = new ArrayList<>(List.of(TracingStatus.values()));
    from.add(null);
    for (TracingStatus one : from) {
      for (TracingStatus to : TracingStatus.values()) {
        String step = one + " " + to;
        tests.add(
            DynamicTest.dynamicTest(
                step,
                () ->
                    assertThat(TracingStatus.after(one).contains(to))
                        .isEqualTo(allowed.contains(step))));
      }
    }
    return tests.stream();
  }

  @Test
  void onlyWhoMayReadTheCaseSeesOrMovesIt() {
    record(ME, caseId, "\"v0\"", "separated").then().statusCode(200);
    read(Persona.COLLEAGUE, caseId).then().statusCode(403);
    read(Persona.OTHER_UNIT_SUPERVISOR, caseId).then().statusCode(404);
    record(Persona.COLLEAGUE, caseId, "\"v1\"", "unaccompanied").then().statusCode(403);
    step(Persona.COLLEAGUE, caseId, "\"v1\"", "open", "").then().statusCode(403);
  }

  @Test
  void whatIsToldHoldsCodesOnly() {
    consented("given");
    record(ME, caseId, "\"v0\"", "unaccompanied").then().statusCode(200);
    step(ME, caseId, "\"v1\"", "open", ",\"note\":\"Asked at the crossing.\"");
    String last = "org.hifazat.cases.tracing-moved.v1";
    Awaitility.await("both are told").until(() -> Topic.types(Topic.CASES, caseId).contains(last));
    EventContracts contracts = EventContracts.load();
    Topic.read(Topic.CASES, caseId)
        .forEach(
            event -> {
              contracts.assertPublishable(Topic.type(event), event.value());
              assertThat(new String(event.value(), StandardCharsets.UTF_8))
                  .doesNotContain("crossing");
            });
    assertThat(Topic.types(Topic.CASES, caseId))
        .contains("org.hifazat.cases.separation-recorded.v1");
  }

  private static void refused(io.restassured.response.Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }
}
