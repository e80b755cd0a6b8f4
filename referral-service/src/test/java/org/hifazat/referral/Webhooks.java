package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.Persona;

/** Endpoints as agencies' systems and administrators set them up. */
final class Webhooks {
  private Webhooks() {}

  /** An endpoint as it stands. */
  record Endpoint(String id, String etag, String publicKey) {
    static Endpoint of(Response response) {
      return new Endpoint(response.path("id"), response.header("ETag"), response.path("publicKey"));
    }

    Endpoint after(Response change) {
      return new Endpoint(id, change.header("ETag"), publicKey);
    }
  }

  static String base(Persona persona) {
    return persona.agencyId().isPresent()
        ? "/partner/v1/webhook-endpoints"
        : "/v1/webhook-endpoints";
  }

  static Response add(Persona persona, String url) {
    Map<String, Object> body =
        persona.agencyId().isPresent()
            ? Map.of("url", url)
            : Map.of("url", url, "agencyId", Persona.LEGAL_AID);
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(body))
        .post(base(persona));
  }

  /** The legal aid centre's endpoint at the receiver. */
  static Endpoint at(Receiver receiver) {
    Response added = add(Persona.PARTNER_SYSTEM, receiver.url());
    added.then().statusCode(201);
    return Endpoint.of(added);
  }

  static Response change(Persona persona, Endpoint endpoint, String what, Map<String, ?> body) {
    return as(persona)
        .header("If-Match", endpoint.etag())
        .body(json(body))
        .post(base(persona) + "/" + endpoint.id() + "/" + what);
  }

  static Response share(Persona persona, Endpoint endpoint) {
    return share(persona, base(persona), endpoint);
  }

  static Response share(Persona persona, String base, Endpoint endpoint) {
    return sharing(persona, endpoint).post(secret(base, endpoint));
  }

  static Response shareNoMore(Persona persona, Endpoint endpoint) {
    return sharing(persona, endpoint).delete(secret(base(persona), endpoint));
  }

  static String secret(String base, Endpoint endpoint) {
    return base + "/" + endpoint.id() + "/shared-secret";
  }

  private static RequestSpecification sharing(Persona persona, Endpoint endpoint) {
    return as(persona).header("If-Match", endpoint.etag());
  }

  static Response test(Persona persona, Endpoint endpoint) {
    return as(persona).body("{}").post(base(persona) + "/" + endpoint.id() + "/test");
  }

  static Response replay(Persona persona, Endpoint endpoint, Map<String, ?> body) {
    return as(persona).body(json(body)).post(base(persona) + "/" + endpoint.id() + "/replay");
  }

  static Response messages(Persona persona, Endpoint endpoint, String state) {
    return as(persona).get(base(persona) + "/" + endpoint.id() + "/messages?state=" + state);
  }

  /** How often each message of a referral was tried, in their order. */
  static List<String> tries(Endpoint endpoint, Object referral) {
    return Backstage.texts(
        "select attempts from webhook_delivery where endpoint_id = ? and referral_id = ? order by seq",
        UUID.fromString(endpoint.id()),
        UUID.fromString(referral.toString()));
  }

  static void awaitTries(Endpoint endpoint, Object referral, String... tries) {
    Awaitility.await("tries " + List.of(tries))
        .untilAsserted(() -> assertThat(tries(endpoint, referral)).containsExactly(tries));
  }

  /** How many messages of an endpoint are in the state. */
  static void awaitState(Endpoint endpoint, String state, long count) {
    UUID id = UUID.fromString(endpoint.id());
    Awaitility.await(count + " " + state)
        .untilAsserted(
            () ->
                assertThat(
                        Backstage.count(
                            "select count(*) from webhook_delivery where endpoint_id = ?"
                                + " and state = ?",
                            id,
                            state))
                    .as(() -> "what stands: " + standing(id))
                    .isEqualTo(count));
  }

  /** For a failure: what became of each message, in their order. */
  private static List<String> standing(UUID endpoint) {
    return Backstage.texts(
        "select concat_ws(' ', state, attempts, last_outcome, last_status, 'next', next_at,"
            + " 'last', last_at, 'claim', claim) from webhook_delivery where endpoint_id = ?"
            + " order by seq",
        endpoint);
  }

  static void none() {
    Backstage.execute("delete from webhook_endpoint");
  }
}
