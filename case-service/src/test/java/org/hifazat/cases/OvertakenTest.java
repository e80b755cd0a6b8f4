package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.people.People.add;
import static org.hifazat.cases.people.People.change;
import static org.hifazat.cases.people.People.person;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who change the same thing, both with its present tag: what the database itself refuses. */
@HifazatTest(service = "cases")
class OvertakenTest {
  private static final Persona ME = Persona.SOCIAL_WORKER;
  private static final String WAITING =
      "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
          + " where not l.granted and a.datname = current_database()";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void whoIsOvertakenInTheDatabaseIsToldTheVersionThatStandsAndNothingOfTheirsIsKept()
      throws Exception {
    String id = Casework.opened("Wagma");
    String uncle = add(ME, id, uncle("Invented Uncle")).path("id");
    Response late =
        meanwhile(
            "update case_person set version = version + 2 where id = '" + uncle + "'",
            () -> change(ME, id, uncle, "\"v0\"", uncle("Another Uncle")));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.<String>path("code")).isEqualTo("stale");
    assertThat(late.header("ETag")).isEqualTo("\"v2\"");
    assertThat(late.<String>path("expectedVersion")).isEqualTo("\"v0\"");
    assertThat(late.<String>path("currentVersion")).isEqualTo("\"v2\"");
    Response now = as(ME).get("/v1/cases/" + id + "/persons/" + uncle);
    assertThat(now.header("ETag")).isEqualTo("\"v2\"");
    assertThat(now.<String>path("name")).isEqualTo("Invented Uncle");
  }

  @Test
  void theTagOfAnotherThingThatWasOvertakenIsNotGivenForTheOneThatWasAskedFor() throws Exception {
    String id = Casework.opened("Wranga");
    Casework.consented(id);
    Casework.request(ME, id, "registration").then().statusCode(201);
    String etag =
        as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/approvals").path("items[0].etag");
    Response late =
        meanwhile(
            "update approval set version = version + 1 where case_id = '" + id + "'",
            () -> Casework.decide(Persona.SUPERVISOR, id, "registration", etag, "approved", ""));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.header("ETag")).isNull();
    assertThat(late.jsonPath().getMap("")).doesNotContainKey("currentVersion");
  }

  /** Asks while a change of the same row is not yet committed, which it is once the other waits. */
  private static Response meanwhile(String change, Supplier<Response> request) throws Exception {
    try (Connection other = PostgresBackend.superuser("cases");
        Statement statement = other.createStatement();
        ExecutorService second = Executors.newSingleThreadExecutor()) {
      other.setAutoCommit(false);
      assertThat(statement.executeUpdate(change)).isOne();
      CompletableFuture<Response> late = CompletableFuture.supplyAsync(request, second);
      Awaitility.await("the later change waits for the earlier one")
          .until(() -> late.isDone() || Backstage.count(WAITING) > 0);
      other.commit();
      return late.get();
    }
  }

  private static String uncle(String name) {
    return person("uncle", name, "\"household\"", "");
  }
}
