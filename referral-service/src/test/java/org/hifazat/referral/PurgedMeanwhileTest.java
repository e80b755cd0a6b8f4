package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Drafting.begun;
import static org.hifazat.referral.Drafting.whole;
import static org.hifazat.referral.Requests.sent;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody goes on with what has lain too long in the moment in which it is removed. */
@HifazatTest(service = "referrals")
class PurgedMeanwhileTest {
  private final MutableClock clock;
  private final Housekeeping housekeeping;

  PurgedMeanwhileTest(MutableClock clock, Housekeeping housekeeping) {
    this.clock = clock;
    this.housekeeping = housekeeping;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    clock.stopAt(clock.instant());
  }

  @Test
  void aDraftThatIsBeingSavedStays() throws Exception {
    String saved = begun(Backstage.openCase(), whole()).id();
    String left = begun(Backstage.openCase(), whole()).id();
    clock.advance(Duration.ofDays(31));
    purgedWhile("update referral_draft set saved_at = ? where id = ?::uuid", saved);
    assertThat(there("referral_draft", saved)).isOne();
    assertThat(there("referral_draft", left)).isZero();
  }

  @Test
  void aFileWhosePiecesStillComeStays() throws Exception {
    String wentOn = attachment();
    String left = attachment();
    clock.advance(Duration.ofHours(25));
    purgedWhile(
        "update referral_attachment set expires_at = ?::timestamptz + interval '1 day'"
            + " where id = ?::uuid",
        wentOn);
    assertThat(there("referral_attachment", wentOn)).isOne();
    assertThat(there("referral_attachment", left)).isZero();
  }

  private static String attachment() {
    Response begun =
        ThreadTest.begin(Persona.PARTNER_SYSTEM, "/partner/v1", sent(), Map.of(), Papers.pdf());
    begun.then().statusCode(201);
    return begun.path("id");
  }

  /** The statement's transaction is not done when the removal comes to the row. */
  private void purgedWhile(String statement, String id) throws Exception {
    try (Connection other = PostgresBackend.superuser("referrals");
        PreparedStatement goingOn = other.prepareStatement(statement)) {
      other.setAutoCommit(false);
      goingOn.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      goingOn.setString(2, id);
      assertThat(goingOn.executeUpdate()).isOne();
      int pid = other.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      CompletableFuture<Void> removal = CompletableFuture.runAsync(housekeeping::runAll);
      Awaitility.await("the removal waits for it")
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  Backstage.count(
                          "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                          pid)
                      > 0);
      other.commit();
      removal.join();
    }
  }

  private static long there(String table, String id) {
    return Backstage.count("select count(*) from " + table + " where id = ?", UUID.fromString(id));
  }
}
