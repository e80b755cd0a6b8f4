package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.kinship.Links;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In an emergency a case opens for three hours, and somebody answers for it. */
@HifazatTest(service = "cases")
class EmergencyTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void whoTakesItReadsTheCaseForThreeHoursAndChangesNothingInIt() {
    String id = openCase(Persona.SOCIAL_WORKER, "Night", NINE_YEARS);
    String number = Links.number(id);
    Persona other = Persona.OTHER_UNIT_SUPERVISOR;
    Papers.note(Persona.SOCIAL_WORKER, id, "ordinary", "The invented aunt is kind.");
    Papers.note(Persona.SUPERVISOR, id, "supervision", "Ask for help with this one.");
    as(other).get("/v1/cases/" + id).then().statusCode(404);
    Response taken = Seals.takeEmergency(other, number);
    taken.then().statusCode(201).body("caseId", equalTo(id)).body("state", equalTo("to-review"));
    as(other)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("child.names.given", equalTo("Night"));
    as(other).get("/v1/cases/" + id + "/persons").then().statusCode(200);
    for (String part :
        List.of("case-plans", "safety-plans", "incidents", "legal", "placements", "documents")) {
      as(other).get("/v1/cases/" + id + "/" + part).then().statusCode(200);
    }
    as(other)
        .get("/v1/cases/" + id + "/notes")
        .then()
        .statusCode(200)
        .body("items.kind", contains("ordinary"));
    Papers.note(other, id, "ordinary", "An invented note.").then().statusCode(403);
    as(other).get("/v1/cases/" + id + "/nationality").then().statusCode(403);
    Casework.step(other, id, "\"v0\"", "assess", clock.instant()).then().statusCode(403);
    Casework.propose(other, id, "court-discharged", "").then().statusCode(403);
    refused(Seals.takeEmergency(other, number), 409, "emergency-not-needed");
    assertThat(Backstage.audit("VIEW_CASE", id)).contains("read ");
    clock.advance(Duration.ofHours(3).plusSeconds(1));
    as(other).get("/v1/cases/" + id).then().statusCode(404);
  }

  @Test
  void theSupervisorIsToldAtOnceAndReviewsItAfterwards() {
    String id = openCase(Persona.SOCIAL_WORKER, "Told", NINE_YEARS);
    Response taken = Seals.takeEmergency(Persona.PROTECTION_OFFICER, Links.number(id));
    String access = taken.path("id");
    String etag = taken.path("etag");
    Casework.noticesTaken();
    assertThat(
            as(Persona.SUPERVISOR)
                .get("/v1/tasks?limit=100")
                .<java.util.List<String>>path(
                    "items.findAll { it.kind == 'emergency-review' }.caseId"))
        .contains(id);
    as(Persona.SUPERVISOR).get("/v1/emergency-accesses").then().body("items.id", hasItem(access));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/emergency-accesses")
        .then()
        .body("items.id", not(hasItem(access)));
    as(Persona.SUPERVISOR)
        .get("/v1/emergency-accesses?state=reviewed")
        .then()
        .body("items.id", not(hasItem(access)));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/emergency-accesses/" + access)
        .then()
        .statusCode(404);
    Seals.review(Persona.PROTECTION_OFFICER, access, etag, "justified", clock.instant())
        .then()
        .statusCode(403);
    Seals.review(Persona.OTHER_UNIT_SUPERVISOR, access, etag, "justified", clock.instant())
        .then()
        .statusCode(404);
    Seals.review(Persona.SUPERVISOR, access, etag, "not-justified", clock.instant())
        .then()
        .statusCode(200)
        .body("state", equalTo("not-justified"));
    Seals.review(Persona.SUPERVISOR, access, etag, "justified", clock.instant())
        .then()
        .statusCode(412)
        .body("currentVersion", equalTo("\"v1\""));
    as(Persona.SUPERVISOR)
        .get("/v1/emergency-accesses/" + access)
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("state", equalTo("not-justified"));
    as(Persona.SUPERVISOR)
        .get("/v1/emergency-accesses?state=reviewed")
        .then()
        .body("items.id", hasItem(access));
    as(Persona.SUPERVISOR)
        .get("/v1/emergency-accesses")
        .then()
        .body("items.id", not(hasItem(access)));
    as(Persona.SUPERVISOR).get("/v1/emergency-accesses?state=old").then().statusCode(400);
    assertThat(
            Backstage.texts(
                "select state from task where case_id = ?::uuid and kind = 'emergency-review'", id))
        .containsExactly("done");
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like 'emerg%'"
                    + " order by recorded_at",
                id))
        .containsExactly("emergency-access", "emergency-access-reviewed");
    assertThat(
            Backstage.count(
                "select count(*) from emergency_access where position('neighbour'::bytea in words)"
                    + " > 0"))
        .isZero();
  }

  @Test
  void itTakesAFreshSignInAndACaseThatIsNotOpenAnyway() {
    String id = openCase(Persona.SOCIAL_WORKER, "Refused", NINE_YEARS);
    String number = Links.number(id);
    RestAssured.given()
        .auth()
        .oauth2(Tokens.ofOldSignIn(Persona.PROTECTION_OFFICER))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(Seals.emergency(number))
        .post("/v1/emergency-accesses")
        .then()
        .statusCode(401);
    refused(Seals.takeEmergency(Persona.SOCIAL_WORKER, number), 409, "emergency-not-needed");
    refused(Seals.takeEmergency(Persona.SUPERVISOR, number), 409, "emergency-not-needed");
    refused(
        Seals.takeEmergency(Persona.PROTECTION_OFFICER, "KP-1999-000001"),
        422,
        "case-number-unknown");
    Seals.takeEmergency(Persona.HELPLINE_OPERATOR, number).then().statusCode(403);
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }
}
