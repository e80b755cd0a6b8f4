package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Backstage.openCaseOf;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.bearing;
import static org.hifazat.assessment.Requests.body;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The Commission decides which assessments are due when; staff read it. */
@HifazatTest(service = "assessments")
class DuePolicyTest {

  private static final String POLICIES = "/v1/due-policies";

  private final MutableClock clock;

  DuePolicyTest(MutableClock clock) {
    this.clock = clock;
  }

  /** For children from 6 to 12 whose plan is agreed, from today on. */
  static Map<String, Object> policy(String purpose, int hours) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("purpose", purpose);
    fields.put("step", "planned");
    fields.put("fromMonths", 72);
    fields.put("toMonths", 144);
    fields.put("afterContact", false);
    fields.put("withinHours", hours);
    fields.put("validFrom", "2000-01-01");
    fields.put("source", "Decision of the Commission");
    return fields;
  }

  private static Response set(Map<String, Object> fields) {
    return as(Persona.COMMISSION_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body(fields))
        .post(POLICIES);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Karachi"));
  }

  @Test
  void whatTheCommissionDecidesIsAskedForFromItsFirstDayInPlaceOfWhatWasBefore() {
    clock.stopAt(clock.instant());
    Map<String, Object> fields = policy("child-labour", 48);
    fields.put("validFrom", today().toString());
    String first = set(fields).then().statusCode(201).extract().path("id");
    UUID caseId = openCaseOf("6-11");
    Topic.moved(caseId, 2, "assessed", "planned", "2026-01-12T05:00:00Z");
    Awaitility.await("what is due")
        .until(
            () ->
                as(Persona.SOCIAL_WORKER)
                    .get("/v1/cases/" + caseId + "/due-assessments")
                    .path("items.find { it.purpose == 'child-labour' }.dueAt"),
            "2026-01-14T05:00:00Z"::equals);
    set(fields).then().statusCode(409).body("code", equalTo("policy-overlaps"));
    fields.put("validFrom", today().plusDays(10).toString());
    fields.put("withinHours", 24);
    String second = set(fields).then().statusCode(201).extract().path("id");
    as(Persona.SOCIAL_WORKER)
        .get(POLICIES)
        .then()
        .statusCode(200)
        .body(of(first) + ".validTo", equalTo(today().plusDays(10).toString()))
        .body(of(second) + ".withinHours", equalTo(24))
        .body(of(second) + ".validTo", nullValue())
        .body("items.source", hasItem("Decision of the Commission"));
    end(second, today().plusDays(20))
        .then()
        .statusCode(200)
        .body("validTo", equalTo(today().plusDays(20).toString()));
    assertThat(Backstage.audit("END_DUE_POLICY", second)).containsExactly("performed child-labour");
  }

  @Test
  void whatCannotBeMeantOrLiesInThePastIsRefused() {
    set(policy("astrology", 24)).then().statusCode(422).body("code", equalTo("purpose-unknown"));
    set(policy("home", 24)).then().statusCode(422).body("code", equalTo("policy-in-the-past"));
    Map<String, Object> ages = policy("home", 24);
    ages.put("toMonths", 10);
    set(ages).then().statusCode(422).body("code", equalTo("ages-contradict"));
    set(policy("home", 0)).then().statusCode(400).body("errors.pointer", hasItem("/withinHours"));
    String known = "01900000-0000-7000-8000-000000004203";
    end(known, today().minusDays(1))
        .then()
        .statusCode(422)
        .body("code", equalTo("policy-in-the-past"));
    end(UUID.randomUUID().toString(), today()).then().statusCode(404);
    bearing(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .body(body(Map.of("validTo", today().toString())))
        .post(POLICIES + "/" + known + "/end")
        .then()
        .statusCode(401);
  }

  private static Response end(String id, LocalDate day) {
    return as(Persona.COMMISSION_ADMIN)
        .body(body(Map.of("validTo", day.toString())))
        .post(POLICIES + "/" + id + "/end");
  }

  private static String of(String id) {
    return "items.find { it.id == '" + id + "' }";
  }
}
