package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.bearing;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.with;
import static org.hifazat.referral.Requests.without;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Commission keeps the codes a referral is written with. */
@HifazatTest(service = "referrals")
class CodePolicyTest {
  private static final String BASE = "/v1/referral-codes/";
  private static final String INVENTED = "Invented notification";

  private final MutableClock clock;

  CodePolicyTest(MutableClock clock) {
    this.clock = clock;
  }

  @AfterEach
  void asItWas() {
    Backstage.execute(
        "delete from referral_code where source = ? and valid_from > '2010-01-01'", INVENTED);
    Backstage.execute("update referral_code set valid_to = null, end_source = null");
  }

  static Response rename(Persona persona) {
    return as(persona)
        .header("If-Match", seen())
        .body(json(code()))
        .put(BASE + "reason/legal-advice/2190-01-01");
  }

  @Test
  void aCodeIsOfferedFromItsDayOnInItsNewWordsAndAgenciesReadItBefore() {
    LocalDate day = inTwoDays();
    for (int twice = 0; twice < 2; twice++) {
      keep("reason/foster-care/" + day, code())
          .then()
          .statusCode(200)
          .body(of("foster-care") + "validFrom", contains(day.toString()));
    }
    keep("reason/legal-advice/" + day, code())
        .then()
        .body(of("legal-advice") + "name.en", contains("Legal advice", "Foster care"))
        .body(of("legal-advice") + "validTo", hasItem(day.toString()));
    assertThat(offered(Persona.SOCIAL_WORKER, "")).doesNotContain("foster-care");
    assertThat(offered(Persona.PARTNER_SYSTEM, "?on=" + day)).contains("foster-care");
    clock.advance(Duration.ofDays(2));
    assertThat(offered(Persona.SOCIAL_WORKER, "")).contains("foster-care");
    LocalDate last = inTwoDays();
    bearing(Tokens.signedInAt(Persona.COMMISSION_ADMIN, clock.instant(), 2))
        .header("If-Match", seen())
        .body(json(Map.of("source", INVENTED)))
        .put(BASE + "reason/foster-care/end/" + last)
        .then()
        .statusCode(200)
        .body(of("foster-care") + "validTo", contains(last.toString()))
        .body(of("foster-care") + "endSource", contains(INVENTED));
    assertThat(offered(Persona.PARTNER_SYSTEM, "?on=" + last)).doesNotContain("foster-care");
    assertThat(Backstage.audit("KEEP_REFERRAL_CODES", "reason:foster-care"))
        .contains("performed from:" + day, "performed until:" + last);
  }

  @Test
  void anEndThatWasLaidDownStaysWhenTheCodeGetsOtherWordsBefore() {
    LocalDate day = inTwoDays();
    end("reason/education/end/" + day.plusDays(9)).then().statusCode(200);
    keep("reason/education/" + day, code())
        .then()
        .statusCode(200)
        .body(of("education") + "validTo", contains(day.toString(), day.plusDays(9).toString()))
        .body(of("education") + "endSource", contains(null, INVENTED));
    keep("reason/education/" + day.plusDays(9), code())
        .then()
        .body(
            of("education") + "validTo",
            contains(day.toString(), day.plusDays(9).toString(), null));
  }

  @Test
  void whatHoldsAlreadyOutcomesOthersCountByAndTheLastReasonForAStepStay() {
    LocalDate day = inTwoDays();
    refused("reason/foster-care/" + today(), code(), 422, "policy-begun");
    refused("reason/foster-care/tomorrow", code(), 400, "invalid-value");
    refused("reason/foster-care/+999999999-01-01", code(), 400, "invalid-value");
    refused("reason/Foster Care/" + day, code(), 400, "invalid-value");
    refused("mood/foster-care/" + day, code(), 400, "invalid-value");
    refused("reason/foster-care/" + day, without(code(), "name"), 400, "invalid-value");
    refused(
        "reason/foster-care/" + day,
        with(code(), "states", List.of("rejected")),
        422,
        "code-unknown");
    refused("status-reason/no-staff/" + day, code(), 422, "code-unknown");
    refused(
        "status-reason/no-staff/" + day,
        with(code(), "states", List.of("asleep")),
        422,
        "code-unknown");
    refused("outcome/half-provided/" + day, code(), 422, "code-unknown");
    refused("outcome/provided/end/" + day, Map.of("source", INVENTED), 422, "code-unknown");
    refused("reason/unheard-of/end/" + day, Map.of("source", INVENTED), 422, "code-unknown");
    String before = seen();
    keep("outcome/provided/" + day, code())
        .then()
        .statusCode(200)
        .body(of("provided") + "name.en", hasItem("Foster care"));
    as(Persona.COMMISSION_ADMIN)
        .header("If-Match", before)
        .body(json(code()))
        .put(BASE + "reason/foster-care/" + day)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    List<String> held =
        Backstage.texts(
            "select code from referral_code where list = 'status-reason' and 'on-hold' = any (states)"
                + " and valid_to is null order by code");
    for (String code : held.subList(1, held.size())) {
      end("status-reason/" + code + "/end/" + day).then().statusCode(200);
    }
    end("status-reason/" + held.getFirst() + "/end/" + day)
        .then()
        .statusCode(409)
        .body("code", equalTo("last-code"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referral-codes?on=" + day)
        .then()
        .body("items.findAll { it.states.contains('on-hold') }.code", contains(held.getFirst()))
        .body("items.code", not(hasItem("foster-care")));
    as(Persona.SOCIAL_WORKER).get("/v1/referral-codes?on=yesterday").then().statusCode(400);
    bearing(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .body(json(code()))
        .put(BASE + "reason/foster-care/" + day)
        .then()
        .statusCode(401);
  }

  @Test
  void noPersonIsGivenACodeOfThePlatformsToChoose() {
    LocalDate day = inTwoDays();
    Map<String, Object> chosen = with(code(), "states", List.of("rejected", "cancelled"));
    for (String own : new String[] {"unanswered", "consent-lapsed"}) {
      refused("status-reason/" + own + "/" + day, chosen, 422, "code-reserved");
      refused(
          "status-reason/" + own + "/end/" + day, Map.of("source", INVENTED), 422, "code-reserved");
    }
    refused("status-reason/consent-lapsed/" + day, code(), 422, "code-reserved");
    keep("status-reason/unanswered/" + day, code())
        .then()
        .statusCode(200)
        .body(of("unanswered") + "name.en", hasItem("Foster care"))
        .body(of("unanswered") + "states.flatten()", empty());
    keep("status-reason/consent-withdrawn/" + day, chosen).then().statusCode(200);
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update referral_code set states = '{cancelled}' where code = 'unanswered'"))
        .hasRootCauseInstanceOf(SQLException.class);
  }

  /** Still to come if midnight passes before it is asked for, and here once two days are over. */
  private LocalDate inTwoDays() {
    return today().plusDays(2);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Karachi"));
  }

  private static String of(String code) {
    return "items.findAll { it.code == '" + code + "' }.";
  }

  private static Map<String, Object> code() {
    Map<String, Object> code = new LinkedHashMap<>();
    code.put("textNeeded", false);
    code.put("name", Map.of("en", "Foster care", "ur", "رضاعی خاندان", "ps", "پالونکې کورنۍ"));
    code.put("position", 65);
    code.put("source", INVENTED);
    return code;
  }

  private static List<String> offered(Persona persona, String on) {
    String base = persona.agencyId().isPresent() ? "/partner/v1" : "/v1";
    return as(persona)
        .get(base + "/referral-codes" + on)
        .then()
        .statusCode(200)
        .extract()
        .path("items.code");
  }

  /** The history as it is now. */
  private static String seen() {
    return as(Persona.COMMISSION_ADMIN).get(BASE + "history").header("ETag");
  }

  private static void refused(String path, Map<String, ?> body, int status, String code) {
    keep(path, body).then().statusCode(status).body("code", equalTo(code));
  }

  private static Response end(String path) {
    return keep(path, Map.of("source", INVENTED));
  }

  private static Response keep(String path, Map<String, ?> body) {
    return as(Persona.COMMISSION_ADMIN)
        .header("If-Match", seen())
        .body(json(body))
        .put(BASE + path);
  }
}
