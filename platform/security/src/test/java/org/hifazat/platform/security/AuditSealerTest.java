package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.hifazat.platform.persistence.keys.Keyring;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class AuditSealerTest {
  @Inject AuditLog audit;
  @Inject AuditSealer sealer;
  @Inject AuditVerification verification;
  @Inject Witnesses witnesses;
  @Inject Keyring keyring;

  @BeforeEach
  void beginWithAnEmptyTrail() {
    Trail.empty();
    witnesses.forget();
  }

  @Test
  void aRecordThatCommitsLateWithALowNumberIsSealedAfterTheOthers() throws Exception {
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> late =
          threads.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () -> {
                            audit.read("READ_NOTE", "note", "late");
                            written.countDown();
                            mayCommit.await();
                            return true;
                          }));
      written.await();
      record("early");
      assertThat(sealer.sealAll()).isEqualTo(1);
      mayCommit.countDown();
      assertThat(late.get()).isTrue();
    }
    assertThat(sealer.sealAll()).isEqualTo(1);
    assertThat(
            Trail.rows(
                "select s.position, r.subject_id from audit_seal s join audit_record r on r.seq ="
                    + " s.audit_seq order by 1"))
        .containsExactly("1 early", "2 late");
    assertThat(verification.verify()).isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void writersAndSealersAtOnceMakeOneChainWithoutGaps() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var work = new ArrayList<Future<Integer>>();
      for (int writer = 0; writer < 2; writer++) {
        work.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    record("note-" + i);
                  }
                  return 0;
                }));
        work.add(
            threads.submit(
                () -> {
                  int sealed = 0;
                  for (int i = 0; i < 30; i++) {
                    sealed += sealer.sealAll();
                  }
                  return sealed;
                }));
      }
      int sealed = 0;
      for (var done : work) {
        sealed += done.get();
      }
      assertThat(sealed + sealer.sealAll()).isEqualTo(100);
    }
    assertThat(Trail.rows("select position from audit_seal order by 1"))
        .isEqualTo(LongStream.rangeClosed(1, 100).mapToObj(Long::toString).toList());
    assertThat(verification.verify())
        .isInstanceOfSatisfying(
            AuditVerdict.Intact.class, intact -> assertThat(intact.count()).isEqualTo(100));
  }

  @Test
  void aCheckpointIsSignedOncePerGrowthAndPublished() throws Exception {
    sealer.checkpoint();
    assertThat(witnesses.published()).isEmpty();
    record("one");
    sealer.sealAll();
    sealer.checkpoint();
    sealer.checkpoint();
    assertThat(witnesses.published()).hasSize(1);
    Checkpoint checkpoint = witnesses.published().getFirst();
    assertThat(checkpoint.origin()).isEqualTo("security-test");
    assertThat(checkpoint.position()).isEqualTo(1);
    keyring
        .checkpointVerifier()
        .verify(
            java.util.Base64.getDecoder().decode(checkpoint.signature()),
            Checkpoint.text("security-test", 1, checkpoint.hash(), checkpoint.signedAt()));
  }

  @Test
  void aCheckpointThatCannotBePublishedIsMadeAgain() {
    record("one");
    sealer.sealAll();
    witnesses.breakDown(true);
    assertThatThrownBy(() -> sealer.checkpoint()).hasStackTraceContaining("unreachable");
    assertThat(Trail.rows("select * from audit_checkpoint")).isEmpty();
    witnesses.breakDown(false);
    sealer.checkpoint();
    assertThat(witnesses.published()).hasSize(1);
  }

  @Test
  void theScheduleSealsAndSignsByItselfAndGoesOnAfterAFailure() throws Exception {
    var schedule = new AuditSchedule(everyTenMillis(), sealer, new SimpleMeterRegistry());
    witnesses.breakDown(true);
    schedule.onStart(new StartupEvent());
    try {
      record("one");
      await().until(() -> Trail.rows("select * from audit_seal").size() == 1);
      witnesses.breakDown(false);
      await().until(() -> Trail.rows("select * from audit_checkpoint").size() == 1);
    } finally {
      schedule.onStop(new ShutdownEvent());
    }
    record("two");
    assertThat(Trail.rows("select * from audit_unsealed")).hasSize(1);
  }

  @Test
  void recordsThatWaitToBeChainedAreCounted() {
    record("one");
    record("two");
    assertThat(sealer.unsealed()).isEqualTo(2);
    sealer.sealAll();
    assertThat(sealer.unsealed()).isZero();
  }

  private void record(String subject) {
    QuarkusTransaction.requiringNew().run(() -> audit.read("READ_NOTE", "note", subject));
  }

  private static AuditConfig everyTenMillis() {
    return new AuditConfig() {
      @Override
      public Duration sealEvery() {
        return Duration.ofMillis(10);
      }

      @Override
      public Duration checkpointEvery() {
        return Duration.ofMillis(10);
      }

      @Override
      public boolean sealing() {
        return true;
      }
    };
  }
}
