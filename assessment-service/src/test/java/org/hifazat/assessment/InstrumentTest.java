package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hifazat.assessment.Requests.as;

import io.restassured.response.Response;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@HifazatTest(service = "assessments")
class InstrumentTest {

  private static final String FORM = "/v1/instruments/kp-risk-matrix/versions/1/form";

  @Test
  void publishedVersionsAreListedWithTheirTitleInThreeLanguages() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/instruments")
        .then()
        .statusCode(200)
        .body("items.id", hasItems("kp-risk-matrix", "phq-a", "kp-comprehensive"))
        .body("items.id", not(hasItem("cries-8")))
        .body("items.find { it.id == 'kp-risk-matrix' }.version", equalTo("1"))
        .body("items.find { it.id == 'kp-risk-matrix' }.purpose", equalTo("risk"))
        .body("items.find { it.id == 'kp-risk-matrix' }.title.ur", notNullValue())
        .body("items.find { it.id == 'kp-risk-matrix' }.ages.toMonths", equalTo(215))
        .body("items.find { it.id == 'kp-risk-matrix' }.scoring.bands.code", hasItem("medium"))
        .body("items.find { it.id == 'kp-risk-matrix' }.translations.ps", equalTo("working"));
  }

  @Test
  void forACaseThoseAreListedThatAreMadeForTheChildsAgeAndThatTheCallerMayUse() {
    Backstage.enrol(Persona.PSYCHOLOGIST);
    String ofCase = "/v1/instruments?caseId=";
    UUID grown = Backstage.openCaseOf("12-14");
    as(Persona.SOCIAL_WORKER)
        .get(ofCase + grown)
        .then()
        .statusCode(200)
        .body("items.id", hasItems("kp-risk-matrix", "phq-a"));
    UUID small = Backstage.openCaseOf("0-5");
    as(Persona.SOCIAL_WORKER)
        .get(ofCase + small)
        .then()
        .body("items.id", hasItem("kp-risk-matrix"))
        .body("items.id", not(hasItem("phq-a")));
    psychologistsOfTheUnit(false);
    try {
      as(Persona.SOCIAL_WORKER)
          .get(ofCase + grown)
          .then()
          .body("items.administration", everyItem(equalTo("any-caseworker")));
    } finally {
      psychologistsOfTheUnit(true);
    }
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get(ofCase + grown).then().statusCode(404);
    as(Persona.COMMISSION_ADMIN).get(ofCase + grown).then().statusCode(404);
  }

  private static void psychologistsOfTheUnit(boolean there) {
    Backstage.execute(
        "update known_staff set active = ? where unit_id = ? and 'psychologist' = any (roles)",
        there,
        UUID.fromString(Persona.PESHAWAR));
  }

  @Test
  void theFormIsGivenAsXmlAndNotAgainToWhoHasIt() {
    Response form = as(Persona.PSYCHOLOGIST).get(FORM);
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.contentType()).startsWith("application/xml");
    assertThat(form.asString()).startsWith("<?xml").contains("id=\"kp-risk-matrix\"");
    String tag = form.header("ETag");
    as(Persona.PSYCHOLOGIST).header("If-None-Match", tag).get(FORM).then().statusCode(304);
    as(Persona.PSYCHOLOGIST).header("If-None-Match", "\"other\"").get(FORM).then().statusCode(200);
  }

  @Test
  void aVersionThatIsNotPublishedIsNotFound() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/instruments/kp-risk-matrix/versions/2/form")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("not-found"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Persona.class,
      names = {"HELPLINE_OPERATOR", "COMMISSION_MONITOR", "AUDITOR", "PARTNER_WORKER"})
  void whoDoesNotAssessIsGivenNoInstrument(Persona other) {
    as(other).get(FORM).then().statusCode(403).body("code", equalTo("forbidden"));
    as(other).get("/v1/instruments").then().statusCode(403);
  }
}
