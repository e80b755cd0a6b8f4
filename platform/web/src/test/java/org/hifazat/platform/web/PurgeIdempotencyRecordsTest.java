package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "web", kafka = false, keycloak = false)
class PurgeIdempotencyRecordsTest {
  private final PurgeIdempotencyRecords records;
  private final IdSource ids;
  private final MutableClock clock;

  PurgeIdempotencyRecordsTest(PurgeIdempotencyRecords records, IdSource ids, MutableClock clock) {
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  @BeforeEach
  void begin() throws SQLException {
    try (Connection database = PostgresBackend.superuser("web");
        Statement statement = database.createStatement()) {
      statement.execute("truncate idempotency_record");
    }
  }

  @Test
  void aRequestCanBeRepeatedForAWeekAndIsForgottenThen() {
    String key = ids.next().toString();
    String first = make(key).header("Location");

    clock.advance(PurgeIdempotencyRecords.KEPT.minusMinutes(1));
    assertThat(purge(10)).isZero();
    assertThat(make(key).header("Location")).isEqualTo(first);

    clock.advance(Duration.ofMinutes(2));
    assertThat(purge(10)).isEqualTo(1);
    assertThat(make(key).header("Location")).isNotEqualTo(first);
  }

  @Test
  void noMoreAreRemovedAtOnceThanAllowedOldestFirst() {
    for (int n = 0; n < 3; n++) {
      make(ids.next().toString());
    }
    clock.advance(PurgeIdempotencyRecords.KEPT.plusMinutes(1));
    String young = ids.next().toString();
    String location = make(young).header("Location");

    assertThat(purge(2)).isEqualTo(2);
    assertThat(purge(2)).isEqualTo(1);
    assertThat(purge(2)).isZero();
    assertThat(make(young).header("Location")).isEqualTo(location);
  }

  private int purge(int most) {
    return QuarkusTransaction.requiringNew().call(() -> records.purge(most));
  }

  private static Response make(String key) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"label\":\"lamp\",\"weight\":1}")
        .post("/v1/things");
  }
}
