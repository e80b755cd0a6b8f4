package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class FirstAdministratorTest {
  private static final String ADMINISTRATORS = "'commission-admin' = any(roles)";

  @TestHTTPResource(value = "/first-administrator", management = true)
  URL here;

  private final String username = Enrolment.username();

  @AfterEach
  void theDemoAdministratorIsBack() throws SQLException {
    KeycloakLine.mend();
    database("update staff set active = (username = 'farid.admin') where %2$s");
  }

  @Test
  void whereNobodyAdministersTheFirstEntersAndMustChangeTheirPassword() throws SQLException {
    database("update staff set active = false where %2$s");

    String first = enrolled(username).then().statusCode(200).extract().path("temporaryPassword");
    assertThatThrownBy(() -> Tokens.ofAccount(username, first))
        .hasMessageContaining("not fully set up");
    assertThat(count("select count(*) from staff where username = '%s' and active and %s"))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from audit_record a join staff s on s.id::text = a.subject_id"
                    + " where s.username = '%s' and a.operation in"
                    + " ('ENROL_STAFF', 'ISSUE_TEMPORARY_PASSWORD')"))
        .isEqualTo(2);

    // the answer was lost: once more, and the password before it is worth nothing
    String again = enrolled(username).then().statusCode(200).extract().path("temporaryPassword");
    assertThatThrownBy(() -> Tokens.ofAccount(username, first))
        .hasMessageContaining("Invalid user credentials");
    assertThatThrownBy(() -> Tokens.ofAccount(username, again))
        .hasMessageContaining("not fully set up");
    exists(enrolled(Enrolment.username()));

    // the account stays in Keycloak and is nobody's here, as after the loss of the database
    database(
        "update staff set active = false, username = 'gone.' || username where username = '%1$s'");
    database("delete from account_name where username = '%1$s'");
    enrolled(username).then().statusCode(409).body("code", equalTo("account-not-ours"));
    assertThat(count("select count(*) from staff where username = '%1$s'")).isZero();
    enrolled(Enrolment.username()).then().statusCode(200);
  }

  @Test
  void whereAnAdministratorHasSignedInNobodyEntersThisWay() throws SQLException {
    exists(enrolled(username));
    exists(enrolled(text("select username from staff where active and %2$s")));
    assertThat(count("select count(*) from staff where username = '%s'")).isZero();
  }

  @Test
  void whileKeycloakIsAwayThereIsNoPasswordAndAfterwardsTheSameNameGoesOn() throws SQLException {
    database("update staff set active = false where %2$s");
    KeycloakLine.cut();
    enrolled(username).then().statusCode(503).body("code", equalTo("service-unavailable"));
    KeycloakLine.mend();

    Awaitility.await()
        .until(() -> enrolled(username), answer -> answer.statusCode() == 200)
        .then()
        .body("username", equalTo(username));
    assertThat(count("select count(*) from staff where active and %2$s")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "[]",
        "{\"username\":\"A B\",\"givenName\":\"Palwasha\",\"familyName\":\"Tordherzai\"}",
        "{\"username\":\"palwasha\",\"givenName\":\" \",\"familyName\":\"Tordherzai\"}",
        "{\"username\":\"palwasha\",\"givenName\":\"Palwasha\"}"
      })
  void whatIsNoPersonIsRefusedWithoutARepetitionOfIt(String body) {
    sent(body)
        .then()
        .statusCode(400)
        .body("$", aMapWithSize(1))
        .body("code", equalTo("malformed-request"));
  }

  private static void exists(Response answer) {
    answer.then().statusCode(409).body("code", equalTo("administrator-exists"));
  }

  private Response enrolled(String name) {
    return sent(
        "{\"username\":\"%s\",\"givenName\":\"Palwasha\",\"familyName\":\"Tordherzai\"}"
            .formatted(name));
  }

  private Response sent(String body) {
    return RestAssured.given().contentType(ContentType.JSON).body(body).post(here);
  }

  private int count(String query) throws SQLException {
    return Integer.parseInt(text(query));
  }

  private String text(String query) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("identity");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(username, ADMINISTRATORS))) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private void database(String change) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("identity");
        Statement statement = connection.createStatement()) {
      statement.execute(change.formatted(username, ADMINISTRATORS));
    }
  }
}
