package org.hifazat.referral;

import static org.hifazat.referral.Requests.anonymous;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Secure links as senders make them and recipients open them. */
final class Links {
  private Links() {}

  /** A link, with what is told once. */
  record Link(String id, String token, String code) {

    String wrongCode(int n) {
      return "%08d".formatted((Integer.parseInt(code) + n) % 100_000_000);
    }
  }

  static Response make(Persona persona, String referral) {
    return make(persona, referral, UUID.randomUUID());
  }

  static Response make(Persona persona, String referral, UUID key) {
    return as(persona)
        .header("Idempotency-Key", key)
        .body(json(Map.of("recipient", "Advocate Invented", "validHours", 24)))
        .post("/v1/referrals/" + referral + "/links");
  }

  static Link made(String referral) {
    Response made = make(Persona.SOCIAL_WORKER, referral);
    made.then().statusCode(201);
    String url = made.path("url");
    return new Link(made.path("id"), url.substring(url.indexOf('#') + 1), made.path("code"));
  }

  static Response revoke(Persona persona, String referral, String link) {
    return as(persona).post("/v1/referrals/" + referral + "/links/" + link + "/revocation");
  }

  static Response open(String token, String code) {
    return anonymous().body(json(Map.of("token", token, "code", code))).post("/link/v1/openings");
  }

  /** The session of whoever opens it with the right code. */
  static String opened(Link link) {
    Response opened = open(link.token(), link.code());
    opened.then().statusCode(200);
    return opened.header("Hifazat-Link-Session").split(";", -1)[0];
  }

  static RequestSpecification with(String session) {
    return anonymous().header("Authorization", "Link " + session);
  }
}
