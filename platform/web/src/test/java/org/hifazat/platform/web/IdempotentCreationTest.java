package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.PostgresBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "web", kafka = false, keycloak = false)
class IdempotentCreationTest {

  private final Things things;
  private final IdSource ids;

  IdempotentCreationTest(Things things, IdSource ids) {
    this.things = things;
    this.ids = ids;
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndHasNoSecondEffect() {
    String key = ids.next().toString();
    int before = things.made();
    Response first = post(key, "lamp");
    Response second = post(key, "lamp");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Location"))
        .isEqualTo(first.header("Location"))
        .startsWith("/v1/things/");
    assertThat(second.header("ETag")).isEqualTo("\"v1\"");
    assertThat(things.made()).isEqualTo(before + 1);
  }

  @Test
  void anotherKeyIsAnotherThing() {
    int before = things.made();
    String first = post(ids.next().toString(), "lamp").header("Location");
    String second = post(ids.next().toString(), "lamp").header("Location");
    assertThat(second).isNotEqualTo(first);
    assertThat(things.made()).isEqualTo(before + 2);
  }

  @Test
  void theKeyWithAnotherBodyIsRefused() {
    String key = ids.next().toString();
    post(key, "lamp");
    int before = things.made();
    refused(post(key, "table"), 422, "idempotency-key-reused");
    assertThat(things.made()).isEqualTo(before);
  }

  @Test
  void aMissingKeyIsRefused() {
    int before = things.made();
    refused(post(null, "lamp"), 400, "idempotency-key-missing");
    refused(post(" ", "lamp"), 400, "idempotency-key-missing");
    assertThat(things.made()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "lamp", "1-1-1-1-1", "0198c0de-0000-4000-8000-00000000000a'"})
  void aKeyThatIsNoUuidIsRefused(String key) {
    refused(post(key, "lamp"), 400, "invalid-value");
  }

  @Test
  void theKeyInAnotherSpellingIsTheSameKey() {
    String key = ids.next().toString();
    String first = post(key, "lamp").header("Location");
    assertThat(post(key.toUpperCase(java.util.Locale.ROOT), "lamp").header("Location"))
        .isEqualTo(first);
  }

  @Test
  void aFailedRequestLeavesTheKeyFree() {
    String key = ids.next().toString();
    assertThat(post(key, "unlucky").statusCode()).isEqualTo(500);
    assertThat(post(key, "lamp").statusCode()).isEqualTo(201);
  }

  @Test
  void whileTheFirstIsHandledTheSecondIsToldSoAndLaterGetsTheAnswer() throws Exception {
    String key = ids.next().toString();
    int before = things.made();
    things.close();
    Future<Response> first = CompletableFuture.supplyAsync(() -> post(key, "slow"));
    try {
      things.awaitEntered();
      refused(post(key, "slow"), 409, "request-in-progress");
    } finally {
      things.open();
    }
    Response made = first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(post(key, "slow").header("Location")).isEqualTo(made.header("Location"));
    assertThat(things.made()).isEqualTo(before + 1);
  }

  @Test
  void ofManyAtOnceOneHasAnEffect() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = ids.next().toString();
      int before = things.made();
      CyclicBarrier start = new CyclicBarrier(6);
      try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
        List<Future<Response>> answers =
            IntStream.range(0, 6)
                .mapToObj(
                    client ->
                        clients.submit(
                            () -> {
                              start.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
                              return post(key, "rush");
                            }))
                .toList();
        for (Future<Response> answer : answers) {
          assertThat(answer.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS).statusCode())
              .isIn(201, 409);
        }
      }
      assertThat(post(key, "rush").statusCode()).isEqualTo(201);
      // One committed; a loser of the race may have run and been rolled back.
      assertThat(recordsOf(post(key, "rush").header("Location"))).isEqualTo(1);
      assertThat(things.made()).isGreaterThan(before);
    }
  }

  @Test
  @TestSecurity(user = "somebody")
  void oneCallersKeyIsHeldByThatCaller() {
    String key = "0198c0de-0000-4000-8000-0000000000ff";
    assertThat(post(key, "of-somebody").statusCode()).isEqualTo(201);
  }

  @Test
  @TestSecurity(user = "another")
  void andIsFreeForAnotherCaller() {
    String key = "0198c0de-0000-4000-8000-0000000000ff";
    assertThat(post(key, "of-another").statusCode()).isEqualTo(201);
  }

  @Test
  void theTableHoldsNeitherKeyNorBodyNorCaller() throws SQLException {
    String key = ids.next().toString();
    post(key, "marker-3c1b");
    try (Connection database = PostgresBackend.superuser("web");
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*), count(*) filter (where octet_length(key_hash) = 16),"
                    + " count(*) filter (where idempotency_record::text like '%marker-3c1b%'"
                    + " or idempotency_record::text like '%"
                    + key
                    + "%') from idempotency_record")) {
      rows.next();
      assertThat(rows.getInt(1)).isPositive().isEqualTo(rows.getInt(2));
      assertThat(rows.getInt(3)).isZero();
    }
  }

  @Test
  void theApplicationMayNeitherChangeNorRemoveARecord() throws SQLException {
    try (Connection database = PostgresBackend.superuser("web");
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select has_table_privilege('web_app', 'idempotency_record', 'select,insert'),"
                    + " has_table_privilege('web_app', 'idempotency_record', 'update'),"
                    + " has_table_privilege('web_app', 'idempotency_record', 'delete')")) {
      rows.next();
      assertThat(rows.getBoolean(1)).isTrue();
      assertThat(rows.getBoolean(2)).isFalse();
      assertThat(rows.getBoolean(3)).isFalse();
    }
  }

  private static int recordsOf(String location) throws SQLException {
    try (Connection database = PostgresBackend.superuser("web");
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from idempotency_record where location = '" + location + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Response post(@Nullable String key, String label) {
    RequestSpecification request =
        given().contentType(ContentType.JSON).body("{\"label\":\"" + label + "\",\"weight\":1}");
    return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/things");
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }
}
