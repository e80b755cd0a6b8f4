package org.hifazat.cases.export;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.Events;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** What the personas take out. */
public final class Exports {
  private Exports() {}

  public static Response ofCase(Persona persona, String caseId) {
    return ofCase(Tokens.of(persona), caseId, "ur", "court-or-committee");
  }

  public static Response ofCase(String token, String caseId, String language, String purpose) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"language\":\"%s\",\"purpose\":\"%s\"}".formatted(language, purpose))
        .post("/v1/cases/" + caseId + "/exports");
  }

  /**
   * @param include parts that stay out unless chosen
   */
  public static Response ofCaseWith(Persona persona, String caseId, String... include) {
    return given()
        .auth()
        .oauth2(Tokens.of(persona))
        .contentType(ContentType.JSON)
        .body(
            "{\"language\":\"en\",\"purpose\":\"handover\",\"include\":[%s]}"
                .formatted(
                    Arrays.stream(include)
                        .map(part -> '"' + part + '"')
                        .collect(Collectors.joining(","))))
        .post("/v1/cases/" + caseId + "/exports");
  }

  public static Response ofList(Persona persona, String list) {
    return ofList(Tokens.of(persona), list, "supervision");
  }

  public static Response ofList(String token, String list, String purpose) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"list\":\"%s\",\"language\":\"en\",\"purpose\":\"%s\"}".formatted(list, purpose))
        .post("/v1/list-exports");
  }

  static void referred(Deliveries deliveries, String id) {
    String about =
        "{\"referralId\":\"%s\",\"caseId\":\"%s\",\"districtCode\":\"peshawar\",\"agencyId\":\"%s\","
            .formatted(UUID.randomUUID(), id, Persona.LEGAL_AID);
    String now = Instant.now().toString();
    told(
        deliveries,
        id,
        1,
        "requested",
        about
            + """
            "unitId":"%s","serviceCategory":"legal-aid","priority":"high","authoredAt":"%s","respondBy":"%s","completeBy":"%s"}"""
                .formatted(Persona.PESHAWAR, now, now, now));
    told(
        deliveries,
        id,
        2,
        "moved",
        about
            + "\"from\":\"in-progress\",\"to\":\"completed\",\"at\":\"%s\",\"outcomeCode\":\"provided\"}"
                .formatted(now));
    told(
        deliveries,
        id,
        3,
        "loop-closed",
        about.replaceFirst("\"agencyId.*", "") + "\"at\":\"%s\"}".formatted(now));
  }

  private static void told(
      Deliveries deliveries, String id, long version, String what, String body) {
    Events.deliver(
        deliveries,
        "hifazat.referrals.v1",
        "org.hifazat.referrals.referral-" + what + ".v1",
        id,
        version,
        body);
  }

  static String number(String caseId) {
    return as(Persona.SUPERVISOR).get("/v1/cases/" + caseId).path("number");
  }

  static String utf8(Response response) {
    response.then().statusCode(200);
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }
}
