package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.specification.RequestSpecification;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class RoleGateTest {
  private static final String STAFF = "0193a000-0000-7000-8000-000000000001";
  private static final String UNIT = "0193a000-0000-7000-8000-000000000002";
  private static final String NOTE = "0193a000-0000-7000-8000-000000000003";

  @BeforeEach
  void beginWithAnEmptyTrail() {
    Trail.empty();
  }

  @Test
  void nobodySignedInIsAnsweredWith401AndNothingElse() {
    given().get("/notes").then().statusCode(401).body(equalTo(""));
    given().post("/notes/" + NOTE + "/seal").then().statusCode(401).body(equalTo(""));
    assertThat(Trail.outcomes()).isEmpty();
  }

  @Test
  void aRoleWithARulePassesAndIsKnownByItsClaims() {
    as("reader")
        .get("/notes")
        .then()
        .statusCode(200)
        .body(containsString(STAFF))
        .body(containsString(UNIT))
        .body(containsString("[reader]"));
    assertThat(Trail.outcomes()).isEmpty();
  }

  @Test
  void aRoleWithoutARuleIsRefusedBeforeAnythingIsDoneAndTheAttemptIsKept() {
    as("reader")
        .post("/notes/" + NOTE + "/seal")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"))
        .body("status", equalTo(403))
        .body("type", equalTo("/problems/forbidden"));
    assertThat(
            Trail.rows(
                "select actor, actor_roles, operation, outcome, subject_type, subject_id, codes"
                    + " from audit_record"))
        .containsExactly(STAFF + " {reader} SEAL_NOTE refused record " + NOTE + " {role}");
  }

  @Test
  void aRefusedListNamesTheOperationAsThereIsNoRecord() {
    as("stranger").get("/notes").then().statusCode(403);
    assertThat(Trail.rows("select operation, subject_type, subject_id from audit_record"))
        .containsExactly("LIST_NOTES operation LIST_NOTES");
  }

  @Test
  void theRightRoleInTheWrongRelationIsRefusedAndTheAttemptOutlivesTheRollback() {
    as("reader").get("/notes/" + NOTE + "/SAME_UNIT").then().statusCode(200);
    as("reader")
        .get("/notes/" + NOTE + "/OTHER_UNIT")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    assertThat(
            Trail.rows(
                "select operation, outcome, subject_id, codes from audit_record order by seq"))
        .containsExactly(
            "READ_NOTE read " + NOTE + " {}",
            "READ_NOTE refused " + NOTE + " {relation:OTHER_UNIT}");
  }

  @Test
  void whatIsPerformedIsRecordedWithItsCodes() {
    as("writer").post("/notes/" + NOTE + "/seal").then().statusCode(204);
    assertThat(
            Trail.rows(
                "select actor, operation, outcome, subject_type, subject_id, codes from"
                    + " audit_record"))
        .containsExactly(STAFF + " SEAL_NOTE performed note " + NOTE + " {reason:court-order}");
  }

  @Test
  void aTokenThatClaimsToBeTheSystemIsNotBelieved() {
    as("system").get("/notes").then().statusCode(403);
    as("system,reader").get("/notes").then().statusCode(200).body(containsString("[reader]"));
  }

  @Test
  void aClaimThatIsNoIdOpensNothing() {
    given()
        .header("X-Roles", "reader")
        .header("staff_id", "' or 1=1")
        .get("/notes")
        .then()
        .statusCode(200)
        .body(containsString("staffId=Optional.empty"));
  }

  private static RequestSpecification as(String roles) {
    return given().header("X-Roles", roles).header("staff_id", STAFF).header("unit_id", UNIT);
  }
}
