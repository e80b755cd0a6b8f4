package org.hifazat.identity;

import static org.hifazat.platform.testing.Calls.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** Requests of the suites; every answer is held to the committed contract. */
final class Http {
  private static final ContractFilter CONTRACT = new ContractFilter("identity");

  private Http() {}

  /** As the persona. */
  static RequestSpecification as(Persona persona) {
    return withToken(Tokens.of(persona));
  }

  static RequestSpecification withToken(String token) {
    return given().filter(CONTRACT).auth().oauth2(token);
  }

  /** As the persona, with a JSON body. */
  static RequestSpecification sending(Persona persona, String body) {
    return as(persona).contentType(ContentType.JSON).body(body);
  }

  /** As the persona, with a JSON body and a fresh Idempotency-Key. */
  static RequestSpecification creating(Persona persona, String body) {
    return sending(persona, body).header("Idempotency-Key", UUID.randomUUID().toString());
  }
}
