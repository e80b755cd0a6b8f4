package org.hifazat.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class CertificateTest {
  private static final UUID HOLDER = Persona.PSYCHOLOGIST.staffId().orElseThrow();

  @Test
  void anAwardedCertificateCountsForItsHolder() {
    award(HOLDER, 2, "L2-2025-77", "2025-01-10", "2099-01-09")
        .then()
        .statusCode(201)
        .body("current", is(true));

    Http.as(Persona.PSYCHOLOGIST)
        .get("/v1/me")
        .then()
        .body("certificate.level", is(2))
        .body("certificate.validTo", equalTo("2099-01-09"))
        .body("certificate.endsSoon", is(false));
    Http.as(Persona.SUPERVISOR)
        .get(path(HOLDER))
        .then()
        .statusCode(200)
        .body("items.number", hasItem("L2-2025-77"));
  }

  @Test
  void aLapsedCertificateDoesNotCount() {
    UUID holder = Persona.PROTECTION_OFFICER.staffId().orElseThrow();
    award(holder, 3, "L3-old", "2015-01-10", "2017-01-09")
        .then()
        .statusCode(201)
        .body("current", is(false));

    Http.as(Persona.PROTECTION_OFFICER).get("/v1/me").then().body("certificate.level", is(1));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2999-01-01, 2999-12-31, 422, in-the-future",
    "1, 2025-01-01, 2024-12-31, 422, validity-ends-before-it-begins",
    "1, 2025-02-30, 2026-12-31, 400, invalid-type",
    "4, 2025-01-01, 2026-12-31, 400, invalid-value"
  })
  void aCertificateThatCannotBeIsRefused(
      int level, String from, String to, int status, String code) {
    award(HOLDER, level, "X-1", from, to).then().statusCode(status).body("code", equalTo(code));
    Http.as(Persona.PSYCHOLOGIST)
        .get(path(HOLDER))
        .then()
        .body("items.number", not(hasItem("X-1")));
  }

  @Test
  void anAdministratorAwardsThemselvesNothing() {
    UUID self = Persona.COMMISSION_ADMIN.staffId().orElseThrow();
    award(self, 1, "X-2", "2025-01-01", "2027-01-01").then().statusCode(403);
  }

  @Test
  void nobodyAwardsToSomebodyThereIsNot() {
    award(new UUID(0, 0), 1, "X-3", "2025-01-01", "2027-01-01").then().statusCode(404);
  }

  private static Response award(UUID staff, int level, String number, String from, String to) {
    return Http.creating(
            Persona.COMMISSION_ADMIN,
            """
            {"level":%d,"number":"%s","issuedOn":"%s","validTo":"%s","issuer":"KPCPWC"}
            """
                .formatted(level, number, from, to))
        .post(path(staff));
  }

  private static String path(UUID staff) {
    return "/v1/staff/" + staff + "/certificates";
  }
}
