package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hifazat.platform.security.AuditVerification.Witness;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class AuditVerificationTest {
  @Inject AuditLog audit;
  @Inject AuditSealer sealer;
  @Inject AuditVerification verification;
  @Inject Witnesses witnesses;
  @Inject MutableClock clock;

  @TestHTTPResource(value = "/audit/verification", management = true)
  URI endpoint;

  @BeforeEach
  void beginWithAnEmptyTrail() {
    Trail.empty();
    witnesses.forget();
  }

  @Test
  void anEmptyTrailIsIntact() {
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Intact(0, "0".repeat(64)));
  }

  @Test
  void anUntouchedTrailIsIntactWithItsCheckpointsAndWitness() {
    record(30);
    sealer.checkpoint();
    record(12);
    Checkpoint told = witnesses.published().getFirst();
    assertThat(verification.verify(witness(told)))
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.count()).isEqualTo(42));
  }

  @Test
  void anEditedRecordIsFoundWhateverColumnItWas() {
    record(20);
    for (String edit :
        new String[] {
          "actor = 'somebody'",
          "actor_roles = '{supervisor}'",
          "at = at + interval '1 microsecond'",
          "operation = 'LIST_NOTES'",
          "outcome = 'performed'",
          "subject_type = 'case'",
          "subject_id = '7-'",
          "codes = '{a,b}'",
          "trace_id = 'feed'"
        }) {
      String column = edit.substring(0, edit.indexOf(' '));
      Trail.execute("drop table if exists kept", "create table kept as select * from audit_record");
      Trail.tamper("update audit_record set " + edit + " where seq = 13");
      assertThat(verification.verify())
          .as(edit)
          .isEqualTo(new AuditVerdict.Broken(13, "record-changed"));
      Trail.tamper(
          "update audit_record r set %s = kept.%s from kept where kept.seq = r.seq and r.seq = 13"
              .formatted(column, column));
      assertThat(verification.verify()).isInstanceOf(AuditVerdict.Intact.class);
    }
    Trail.execute("drop table kept");
  }

  @Test
  void twoRecordsThatChangedPlacesAreFound() {
    record(5);
    Trail.tamper(
        "update audit_seal set audit_seq = case audit_seq when 2 then -3 else 2 end where audit_seq"
            + " in (2, 3)");
    Trail.tamper("update audit_seal set audit_seq = 3 where audit_seq = -3");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(2, "record-changed"));
  }

  @Test
  void aDeletedMiddleRecordIsFoundWithAndWithoutItsSeal() {
    record(20);
    Trail.tamper("delete from audit_record where seq = 7");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(7, "record-missing"));
    Trail.tamper("delete from audit_seal where position = 7");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(7, "seal-missing"));
  }

  @Test
  void aMiddleTakenOutWithTheRestMovedUpIsFound() {
    record(20);
    Trail.tamper("delete from audit_record where seq = 7");
    Trail.tamper("delete from audit_seal where position = 7");
    Trail.tamper("update audit_seal set position = -position where position > 7");
    Trail.tamper("update audit_seal set position = -position - 1 where position < 0");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(7, "chain-broken"));
  }

  @Test
  void aRecordSlippedPastTheSealerIsFoundOnceItShouldHaveBeenSealed() {
    record(3);
    audit.refused("READ_NOTE", "note", "4");
    assertThat(verification.verify()).isInstanceOf(AuditVerdict.Intact.class);
    Trail.execute("delete from audit_unsealed");
    clock.advance(Duration.ofMinutes(2));
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(4, "record-unsealed"));
  }

  @Test
  void aCutTailIsShownByTheCheckpointInTheDatabase() {
    record(20);
    sealer.checkpoint();
    cutAfter(15);
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.CutOff(20, 15));
  }

  @Test
  void aTailCutTogetherWithItsCheckpointsIsShownByTheWitnessAlone() {
    record(20);
    sealer.checkpoint();
    cutAfter(15);
    Trail.tamper("delete from audit_checkpoint");
    assertThat(verification.verify()).isInstanceOf(AuditVerdict.Intact.class);
    assertThat(verification.verify(witness(witnesses.published().getFirst())))
        .isEqualTo(new AuditVerdict.CutOff(20, 15));
  }

  @Test
  void aTailCutAndGrownAgainIsShownByTheCheckpointAndByTheWitness() {
    record(20);
    sealer.checkpoint();
    cutAfter(15);
    record(10);
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(20, "checkpoint-mismatch"));
    Trail.tamper("delete from audit_checkpoint");
    assertThat(verification.verify()).isInstanceOf(AuditVerdict.Intact.class);
    assertThat(verification.verify(witness(witnesses.published().getFirst())))
        .isEqualTo(new AuditVerdict.Broken(20, "checkpoint-mismatch"));
  }

  @Test
  void aCheckpointNobodySignedIsFound() {
    record(20);
    sealer.checkpoint();
    Trail.tamper("update audit_checkpoint set signed_at = signed_at - interval '1 day'");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(20, "signature-invalid"));
    Trail.tamper("update audit_checkpoint set signature = '\\x0102'");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(20, "signature-invalid"));
  }

  @Test
  void aChainLongerThanABatchIsWalkedToItsEnd() {
    Trail.execute(
        """
        with recorded as (
          insert into audit_record
            (at, actor, actor_roles, operation, outcome, subject_type, subject_id, codes)
          select now(), 'nobody', '{}', 'READ_NOTE', 'read', 'note', n::text, '{}'
          from generate_series(1, 10001) n returning seq)
        insert into audit_unsealed select seq from recorded
        """);
    assertThat(sealer.sealAll()).isEqualTo(10_001);
    sealer.checkpoint();
    assertThat(verification.verify(witness(witnesses.published().getFirst())))
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.count()).isEqualTo(10_001));
    Trail.tamper("update audit_record set codes = '{x}' where seq = 10001");
    assertThat(verification.verify()).isEqualTo(new AuditVerdict.Broken(10_001, "record-changed"));
  }

  @Test
  void theManagementPortAnswersWithTheVerdict() {
    record(3);
    sealer.checkpoint();
    assertThat(endpoint.getPath()).isEqualTo("/q/audit/verification");
    given()
        .get(endpoint)
        .then()
        .statusCode(200)
        .body("result", equalTo("intact"))
        .body("count", equalTo(3))
        .body("head", equalTo(witnesses.published().getFirst().hash()));
    given()
        .queryParam("position", 9)
        .queryParam("hash", "ab")
        .get(endpoint)
        .then()
        .statusCode(409)
        .body("result", equalTo("cut-off"))
        .body("expected", equalTo(9))
        .body("found", equalTo(3));
    Trail.tamper("update audit_record set actor = 'somebody' where seq = 2");
    given()
        .get(endpoint)
        .then()
        .statusCode(409)
        .body("result", equalTo("broken"))
        .body("position", equalTo(2))
        .body("why", equalTo("record-changed"));
    given()
        .queryParam("position", "x")
        .queryParam("hash", "y")
        .get(endpoint)
        .then()
        .statusCode(400);
    given().header("Host", "case-service:8642").get(endpoint).then().statusCode(404);
    given().header("Sec-Fetch-Site", "cross-site").get(endpoint).then().statusCode(404);
  }

  @Test
  void theApplicationsPortDoesNotKnowTheVerification() {
    given().header("X-Roles", "auditor").get("/q/audit/verification").then().statusCode(404);
  }

  private void record(int count) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < count; i++) {
                audit.read("READ_NOTE", "note", i, "a");
              }
            });
    assertThat(sealer.sealAll()).isEqualTo(count);
  }

  private static void cutAfter(int position) {
    Trail.tamper("delete from audit_record where seq > " + position);
    Trail.tamper("delete from audit_seal where position > " + position);
  }

  private static Optional<Witness> witness(Checkpoint told) {
    return Optional.of(new Witness(told.position(), told.hash()));
  }
}
