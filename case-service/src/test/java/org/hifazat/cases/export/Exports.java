package org.hifazat.cases.export;

import static org.hifazat.platform.testing.Calls.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
}
