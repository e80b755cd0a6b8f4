package org.hifazat.monitoring;

import static org.hifazat.platform.testing.Calls.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** What the personas ask; every answer is held to the committed interface. */
final class Requests {
  private Requests() {}

  static RequestSpecification as(Persona persona) {
    return given()
        .filter(new ContractFilter("monitoring-service"))
        .auth()
        .oauth2(Tokens.of(persona));
  }

  static Response figures(String query) {
    return as(Persona.COMMISSION_MONITOR).get("/v1/figures" + query);
  }

  /** Everything answered but the time of asking. */
  static String comparable(String query) {
    return figures(query)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replaceFirst("\"asOf\":\"[^\"]*\"", "");
  }
}
