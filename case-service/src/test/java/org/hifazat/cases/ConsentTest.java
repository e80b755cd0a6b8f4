package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide on what, at which age (domain: Caring for Child Survivors). */
@HifazatTest(service = "cases")
class ConsentTest {
  private static final String AGENCY = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @ParameterizedTest(name = "at {0} years: child {1}, caregiver {2}, adult {3}")
  @CsvSource({"3,  409, 201, 201", "8,  201, 201, 201", "13, 201, 201, 201", "16, 201, 201, 201"})
  void theAgeSaysWhoDecides(int years, int child, int caregiver, int adult) {
    String id = openCase(Persona.SOCIAL_WORKER, "Gulmina", aged(years));
    decides(id, "child", child);
    decides(id, "caregiver", caregiver);
    decides(id, "other-trusted-adult", adult);
  }

  private static void decides(String caseId, String giver, int status) {
    Map<String, Long> before = Backstage.rows();
    var answer =
        consent(Persona.SOCIAL_WORKER, caseId, consent("case-management", giver, now(), ""));
    answer.then().statusCode(status);
    if (status == 409) {
      answer.then().body("code", equalTo("consent-giver-not-allowed"));
      assertThat(Backstage.rows()).isEqualTo(before);
    }
  }

  @Test
  void sharingIsConsentedToForOneNamedAgencyAndNothingElseNamesOne() {
    String id = openCase(Persona.SOCIAL_WORKER, "Kashmala", aged(9));
    consent(Persona.SOCIAL_WORKER, id, consent("share-information", "caregiver", now(), AGENCY))
        .then()
        .statusCode(201)
        .body("agencyId", equalTo(Persona.LEGAL_AID));
    refused(id, consent("share-information", "caregiver", now(), ""), 422, "agency-needed");
    refused(id, consent("photo", "caregiver", now(), AGENCY), 422, "agency-needed");
  }

  @Test
  void aConsentThatCannotBeIsRefused() {
    String id = openCase(Persona.SOCIAL_WORKER, "Mahgul", aged(9));
    refused(
        id,
        consent("photo", "caregiver", Instant.now().plus(Duration.ofDays(1)), ""),
        422,
        "in-the-future");
    refused(
        id,
        consent("photo", "caregiver", now(), ",\"expiresOn\":\"2020-01-01\""),
        422,
        "ends-before-it-begins");
    refused(
        id,
        consent("photo", "caregiver", now(), "").replace("\"ps\"", "\"xx\""),
        422,
        "code-unknown");
    refused(id, consent("party", "caregiver", now(), ""), 400, "invalid-value");
    refused(id, consent("photo", "neighbour", now(), ""), 400, "invalid-value");
    refused(id, consent("photo", "caregiver", now(), ",\"score\":\"x\""), 400, "unknown-field");
  }

  @Test
  void aWithdrawalIsAddedAndNothingIsTakenAway() {
    String id = openCase(Persona.SOCIAL_WORKER, "Durkhanay", aged(9));
    String given = consent("photo", "caregiver", now(), "");
    consent(Persona.SOCIAL_WORKER, id, given).then().statusCode(201);
    consent(Persona.SOCIAL_WORKER, id, given.replace("\"given\"", "\"withdrawn\""))
        .then()
        .statusCode(201);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("consents", hasSize(2))
        .body("consents[1].decision", equalTo("withdrawn"));
  }

  @Test
  void aCaseWithManyWordsTellsThemPageByPageAndStandsByAll() {
    String id = openCase(Persona.SOCIAL_WORKER, "Dilbar", aged(9));
    consent(Persona.SOCIAL_WORKER, id, consent("tracing", "caregiver", now(), ""))
        .then()
        .statusCode(201);
    Backstage.execute(
        "insert into consent (id, case_id, purpose, decision, given_by, method, language, happened_at, recorded_by, recorded_at)"
            + " select gen_random_uuid(), ?::uuid, 'photo', 'refused', 'child', 'thumbprint', 'ps',"
            + " now() - (1 + n / 2) * interval '1 day', gen_random_uuid(), now()"
            + " from generate_series(1, 20) n",
        id);
    Response first = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id + "/consents");
    first
        .then()
        .statusCode(200)
        .body("consents", hasSize(20))
        .body("consents.last().purpose", equalTo("tracing"))
        .body("standings.find { it.purpose == 'photo' }.missing", hasItem("consent-refused"));
    String words = "/v1/cases/" + id + "/consent-words?cursor=" + first.path("next");
    Response rest = as(Persona.SOCIAL_WORKER).get(words);
    rest.then().statusCode(200).body("items", hasSize(1)).header("Link", nullValue());
    assertThat(first.<List<String>>path("consents.id"))
        .doesNotHaveDuplicates()
        .doesNotContain(rest.<String>path("items[0].id"));
    String other = openCase(Persona.SOCIAL_WORKER, "Dilber", aged(9));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + other + "/consents")
        .then()
        .body("next", nullValue());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + other + "/consent-words?cursor=" + first.path("next"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cursor"));
    as(Persona.COLLEAGUE).get(words).then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(words).then().statusCode(404);
  }

  @Test
  void onlyTheOwnerAndTheUnitsSupervisorRecordConsent() {
    String id = openCase(Persona.SOCIAL_WORKER, "Rozina", aged(9));
    String body = consent("photo", "caregiver", now(), "");
    Map<String, Long> before = Backstage.rows();
    consent(Persona.COLLEAGUE, id, body).then().statusCode(403);
    consent(Persona.PSYCHOLOGIST, id, body).then().statusCode(404);
    consent(Persona.OTHER_UNIT_SUPERVISOR, id, body).then().statusCode(404);
    assertThat(Backstage.rows()).isEqualTo(before);
    consent(Persona.SUPERVISOR, id, body).then().statusCode(201);
  }

  private static void refused(String caseId, String body, int status, String code) {
    Map<String, Long> before = Backstage.rows();
    consent(Persona.SOCIAL_WORKER, caseId, body)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  private static String aged(int years) {
    return "\"estimatedAgeYears\":" + years + ",\"ageBasis\":\"stated\"";
  }

  private static Instant now() {
    return Instant.now().minusSeconds(1);
  }
}
