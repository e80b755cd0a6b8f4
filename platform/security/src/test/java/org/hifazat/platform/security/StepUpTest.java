package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class StepUpTest {
  private static final String STAFF = "0193a000-0000-7000-8000-000000000001";
  private static final String NOTE = "0193a000-0000-7000-8000-000000000003";
  private static final Instant SIGNED_IN = Instant.parse("2026-11-21T10:00:00Z");

  @Inject MutableClock clock;
  @Inject Access access;
  @Inject CallerContext callers;

  @BeforeEach
  void beginAtTheSignInWithAnEmptyTrail() {
    Trail.empty();
    clock.stopAt(SIGNED_IN);
  }

  @Test
  void aSensitiveActPassesRightAfterAStrongSignIn() {
    writer("2").post("/notes/" + NOTE + "/export").then().statusCode(204);
    clock.advance(Duration.ofMinutes(5));
    writer("2").post("/notes/" + NOTE + "/export").then().statusCode(204);
    assertThat(Trail.outcomes()).containsExactly("EXPORT_NOTE performed", "EXPORT_NOTE performed");
  }

  @Test
  void afterFiveMinutesItIsRefusedWithAChallengeAndTheAttemptIsKept() {
    clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    refused(writer("2").post("/notes/" + NOTE + "/export").then());
    assertThat(Trail.rows("select actor, operation, outcome, subject_id, codes from audit_record"))
        .containsExactly(STAFF + " EXPORT_NOTE refused " + NOTE + " {step-up:too-old}");
  }

  @Test
  void withoutASecondFactorItIsRefusedHoweverFresh() {
    refused(writer("1").post("/notes/" + NOTE + "/export").then());
    assertThat(Trail.rows("select outcome, codes from audit_record"))
        .containsExactly("refused {step-up:too-weak}");
  }

  @Test
  void aTokenWithoutATimeOfSignInNeverPasses() {
    refused(
        given()
            .header("X-Roles", "writer")
            .header("acr", "2")
            .post("/notes/" + NOTE + "/export")
            .then());
    assertThat(Trail.rows("select outcome, codes from audit_record"))
        .containsExactly("refused {step-up:no-sign-in}");
  }

  @Test
  void aDemoAccountIsToldThatItsPasswordIsEnough() {
    writer("1")
        .header("demo_account", "yes")
        .post("/notes/" + NOTE + "/export")
        .then()
        .statusCode(204);
    clock.advance(Duration.ofMinutes(6));
    writer("1")
        .header("demo_account", "yes")
        .post("/notes/" + NOTE + "/export")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("acr_values=\"1\""));
  }

  @Test
  void whatIsNotSensitiveDoesNotAskAgain() {
    clock.advance(Duration.ofHours(9));
    writer("1").post("/notes/" + NOTE + "/seal").then().statusCode(204);
  }

  @Test
  void aRoleThatMayNeverDoItIsForbiddenAndNotSentToSignIn() {
    clock.advance(Duration.ofHours(9));
    given()
        .header("X-Roles", "reader")
        .post("/notes/" + NOTE + "/export")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void aCommandThatFindsTheRecordSensitiveAsksToo() {
    reader("2").get("/notes/" + NOTE + "/sealed").then().statusCode(200);
    clock.advance(Duration.ofMinutes(6));
    refused(reader("2").get("/notes/" + NOTE + "/sealed").then());
    assertThat(
            Trail.rows(
                "select operation, outcome, subject_type, codes from audit_record order by seq"))
        .containsExactly(
            "OPEN_SEALED_NOTE read note {}", "OPEN_SEALED_NOTE refused note {step-up:too-old}");
  }

  @Test
  void aJobOfTheServiceActsByItsRuleAndAPersonsActInItsPlaceDoesNot() {
    assertThatCode(() -> callers.run(Caller.system("job"), this::openSealed))
        .doesNotThrowAnyException();
    Caller person =
        new Caller("p", Optional.empty(), Optional.empty(), Optional.empty(), Set.of("reader"));
    assertThatThrownBy(() -> callers.run(person, this::openSealed))
        .isInstanceOf(StepUpRequiredException.class);
  }

  private void openSealed() {
    QuarkusTransaction.requiringNew()
        .run(() -> access.require(NotebookOperation.OPEN_SEALED_NOTE, Relation.SEALED));
  }

  private static void refused(ValidatableResponse answer) {
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .header(
            "WWW-Authenticate",
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresher or"
                + " stronger sign-in is needed\", acr_values=\"2\", max_age=\"300\"")
        .body("code", equalTo("step-up-required"))
        .body("status", equalTo(401))
        .body("type", equalTo("/problems/step-up-required"));
  }

  private static RequestSpecification writer(String acr) {
    return as("writer", acr);
  }

  private static RequestSpecification reader(String acr) {
    return as("reader", acr);
  }

  private static RequestSpecification as(String role, String acr) {
    return given()
        .header("X-Roles", role)
        .header("staff_id", STAFF)
        .header("auth_time", SIGNED_IN.getEpochSecond())
        .header("acr", acr);
  }
}
