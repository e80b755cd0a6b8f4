package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two transactions about one case: what one of them asks must still be true when it commits. */
@HifazatTest(service = "cases")
class MeanwhileTest {
  private static final UUID WORKER = Persona.SOCIAL_WORKER.staffId().orElseThrow();
  private static final UUID SUPERVISOR = Persona.SUPERVISOR.staffId().orElseThrow();
  private static final String SEALED =
      "update case_file set named_ids = array['%s', '%s']::uuid[], version = version + 1"
              .formatted(WORKER, SUPERVISOR)
          + " where id = ?::uuid";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  /**
   * What somebody is answered who asks while another transaction has the case and is not done.
   *
   * @param done statement of the other, with the case's id
   */
  private static Response meanwhile(String caseId, String done, Supplier<Response> asked) {
    try (Connection other = PostgresBackend.superuser("cases")) {
      other.setAutoCommit(false);
      execute(other, "select 1 from case_file where id = ?::uuid for update", caseId);
      execute(other, done, caseId);
      int pid = other.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(asked);
      Awaitility.await("they wait for each other")
          .until(
              () ->
                  Backstage.count(
                          "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                          pid)
                      > 0);
      other.commit();
      return answer.join();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static void execute(Connection connection, String sql, String caseId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, caseId);
      statement.execute();
    }
  }

  private static Response note(String caseId) {
    return as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            "{\"kind\":\"ordinary\",\"happenedAt\":\"%s\",\"text\":\"Said at the door.\"}"
                .formatted(Instant.now().minusSeconds(1)))
        .post("/v1/cases/" + caseId + "/notes");
  }

  @Test
  void nothingIsWrittenIntoACaseThatIsBeingClosed() {
    String id = Casework.opened("Meanwhile");
    meanwhile(
            id,
            "update case_file set state = 'closed', closed_at = now(), state_since = now(),"
                + " version = version + 1 where id = ?::uuid",
            () -> note(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
    assertThat(Backstage.count("select count(*) from case_note where case_id = ?::uuid", id))
        .isZero();
  }

  @Test
  void aTransferProposedWhileTheCaseIsSealedStandsBeforeOneReceiverOnly() {
    String id = Casework.opened("Hidden");
    meanwhile(
            id,
            SEALED,
            () -> Transfers.propose(Persona.SUPERVISOR, id, Transfers.MARDAN, Transfers.OVERRIDE))
        .then()
        .statusCode(201);
    assertThat(Backstage.texts("select receiver_id from case_transfer where case_id = ?::uuid", id))
        .containsExactly(Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow().toString());
  }

  @Test
  void aCaseIsNotSealedWhileAnotherUnitIsAskedToTakeIt() {
    String id = Casework.opened("Leaving");
    Response transfer =
        Transfers.propose(Persona.SUPERVISOR, id, Transfers.MARDAN, Transfers.OVERRIDE);
    Transfers.end(Persona.SUPERVISOR, transfer, "withdrawal").then().statusCode(200);
    String etag = Casework.etag(id);
    meanwhile(
            id,
            "update case_transfer set state = 'pending', decided_at = null, decided_by = null,"
                + " decision_recorded_at = null where case_id = ?::uuid",
            () -> Seals.seal(Persona.SUPERVISOR, id, etag, WORKER, SUPERVISOR))
        .then()
        .statusCode(409)
        .body("code", equalTo("transfer-pending"));
  }

  @Test
  void whoAsksForACaseOrItsEmergencyWhileItIsSealedIsAnsweredAsIfThereWereNone() {
    String id = Casework.opened("Watched");
    String number = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).path("number");
    meanwhile(id, SEALED, () -> Seals.takeEmergency(Persona.OTHER_UNIT_SOCIAL_WORKER, number))
        .then()
        .statusCode(422)
        .body("code", equalTo("case-number-unknown"));
    assertThat(
            Backstage.count(
                "select count(*) from task where case_id = ?::uuid and named_ids is null", id))
        .isZero();
    String other = Casework.opened("Wanted");
    String another = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + other).path("number");
    meanwhile(other, SEALED, () -> CaseRequests.ask(Persona.COLLEAGUE, another, ""))
        .then()
        .statusCode(422)
        .body("code", equalTo("case-number-unknown"));
  }
}
