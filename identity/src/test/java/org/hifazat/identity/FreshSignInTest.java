package org.hifazat.identity;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever opens a way in for others has signed in just now: an hour-old session opens none. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class FreshSignInTest {
  private static final String AGENCY = "/v1/agencies/" + Persona.HOSPITAL;
  private static final String NOBODY = UUID.randomUUID().toString();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a member of staff, POST, staff",
    "their roles, PUT, staff/{id}/assignment",
    "staff who left, POST, staff/{id}/reactivation",
    "a person of an agency who left, POST, people/{id}/reactivation",
    "a password for staff, POST, staff/{id}/temporary-password",
    "a password for a person of an agency, POST, people/{id}/temporary-password",
    "a person of an agency, POST, people",
    "an agency's system, POST, systems",
    "its keys, PUT, systems/{id}/keys",
    "its limits, PUT, systems/{id}/limits"
  })
  void isAskedForBeforeAWayInIsOpened(String what, String method, String path) {
    String at = (path.startsWith("staff") ? "/v1/" : AGENCY + "/") + path.replace("{id}", NOBODY);
    Http.withToken(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .contentType(ContentType.JSON)
        .header("If-Match", "\"v1\"")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body(path))
        .request(method, at)
        .then()
        .statusCode(401)
        .body("code", equalTo("step-up-required"));
  }

  private static String body(String path) {
    if (path.equals("people")) {
      return "{\"username\":\"%s\",\"name\":\"Palwasha Tordherzai\"}"
          .formatted(Enrolment.username());
    }
    if (path.equals("staff")) {
      return Enrolment.socialWorkerOfPeshawar(Enrolment.username());
    }
    String keys = PartnerKey.make().jwks();
    return switch (path) {
      case "systems" -> "{\"clientId\":\"late-%s\",\"jwks\":%s}".formatted(UUID.randomUUID(), keys);
      case "systems/{id}/limits" -> "{\"scopes\":[],\"districtCodes\":[],\"categories\":[]}";
      case "systems/{id}/keys" -> "{\"jwks\":%s}".formatted(keys);
      case "staff/{id}/assignment" -> "{\"roles\":[\"auditor\"]}";
      default -> "{\"alsoSecondFactor\":false}";
    };
  }
}
