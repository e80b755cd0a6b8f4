package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** What an administrator finds in the list of staff, and corrects. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class StaffListTest {
  @Inject Today today;
  @Inject MutableClock clock;

  @Test
  void theListSaysWhoseCertificateCountsToWhoeverMayKnow() {
    String colleague = "items.find { it.staffId == '%s' }.certificate.current";
    String other = colleague.formatted(Persona.COLLEAGUE.staffId().orElseThrow());
    String own = colleague.formatted(Persona.SOCIAL_WORKER.staffId().orElseThrow());

    Http.as(Persona.COMMISSION_ADMIN)
        .queryParam("unitId", Persona.PESHAWAR)
        .get("/v1/staff")
        .then()
        .body(other, is(true));
    Http.as(Persona.SUPERVISOR).get("/v1/staff").then().body(other, is(true));
    Http.as(Persona.SOCIAL_WORKER)
        .get("/v1/staff")
        .then()
        .body(own, is(true))
        .body(other, is((Object) null));
  }

  @Test
  void staffAreFoundByHowTheirUserNameBeginsWithinReach() {
    named(Persona.COMMISSION_ADMIN, "zz").then().body("items.size()", is(0));
    named(Persona.COMMISSION_ADMIN, "gulalai.")
        .then()
        .statusCode(200)
        .body("items.username", hasItem("gulalai.peshawar"))
        .body("items.username", everyItem(startsWith("gulalai.")));
    named(Persona.OTHER_UNIT_SUPERVISOR, "gulalai.p").then().body("items.size()", is(0));
    named(Persona.COMMISSION_ADMIN, "gul%").then().statusCode(400);
  }

  @Test
  void whoHasNoCertificateThatLastsIsListedForWhoeverMayKnow() {
    String uncertified = enrolled();
    String certified = Persona.COLLEAGUE.staffId().orElseThrow().toString();
    due(Persona.SUPERVISOR)
        .then()
        .statusCode(200)
        .body("items.staffId", hasItem(uncertified))
        .body("items.staffId", not(hasItem(certified)))
        .body("items.unitId", everyItem(equalTo(Persona.PESHAWAR)));
    due(Persona.SOCIAL_WORKER).then().statusCode(403).body("code", equalTo("forbidden"));

    clock.stopAt(clock.instant());
    award(uncertified, today.date().plusDays(60));
    due(Persona.SUPERVISOR)
        .then()
        .body(
            "items.find { it.staffId == '%s' }.certificate.endsSoon".formatted(uncertified),
            is(true));
    award(uncertified, today.date().plusDays(61));
    due(Persona.SUPERVISOR).then().body("items.staffId", not(hasItem(uncertified)));
  }

  private static Response due(Persona who) {
    return Http.as(who).queryParam("certificate", "due").get("/v1/staff");
  }

  private static void award(String id, LocalDate validTo) {
    Http.creating(
            Persona.COMMISSION_ADMIN,
            "{\"level\":1,\"number\":\"1\",\"issuedOn\":\"2025-01-01\",\"validTo\":\"%s\",\"issuer\":\"KPCPWC\"}"
                .formatted(validTo))
        .post("/v1/staff/" + id + "/certificates")
        .then()
        .statusCode(201);
  }

  @Test
  void aMisspeltNameIsCorrectedInTheVersionThatWasSeen() {
    String id = enrolled();
    String seen = version(id);

    rename(id, seen, " Palwashay ")
        .then()
        .statusCode(200)
        .body("displayName", equalTo("Palwashay Tordherzai"));
    rename(id, seen, "Palwasha").then().statusCode(412).body("code", equalTo("stale"));
    rename(id, version(id), " ").then().statusCode(400);
    assertThat(one(id).<String>path("displayName")).isEqualTo("Palwashay Tordherzai");
  }

  private static Response rename(String id, String ifMatch, String givenName) {
    return Http.sending(
            Persona.COMMISSION_ADMIN,
            "{\"givenName\":\"%s\",\"familyName\":\"Tordherzai\"}".formatted(givenName))
        .header("If-Match", ifMatch)
        .put("/v1/staff/" + id + "/name");
  }

  private static Response named(Persona who, String username) {
    return Http.as(who).queryParam("username", username).get("/v1/staff");
  }

  private static String enrolled() {
    return Http.creating(
            Persona.COMMISSION_ADMIN, Enrolment.socialWorkerOfPeshawar(Enrolment.username()))
        .post("/v1/staff")
        .then()
        .statusCode(201)
        .extract()
        .path("staffId");
  }

  private static Response one(String id) {
    return Http.as(Persona.COMMISSION_ADMIN).get("/v1/staff/" + id);
  }

  private static String version(String id) {
    return one(id).header("ETag");
  }
}
