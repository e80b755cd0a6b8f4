package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class AuditLogTest {
  private static final UUID NOTE = UUID.fromString("0193a000-0000-7000-8000-000000000003");

  @Inject AuditLog audit;
  @Inject Access access;
  @Inject CallerContext callers;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void beginWithAnEmptyTrail() {
    Trail.empty();
  }

  @Test
  void anActThatRollsBackWasNotPerformed() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          audit.performed("SEAL_NOTE", "note", NOTE);
                          throw new IllegalStateException("fault");
                        }))
        .hasMessage("fault");
    assertThat(Trail.outcomes()).isEmpty();
    assertThat(Trail.rows("select * from audit_unsealed")).isEmpty();
  }

  @Test
  void withoutATransactionNothingIsPerformedOrRead() {
    assertThatThrownBy(() -> audit.performed("SEAL_NOTE", "note", NOTE))
        .isInstanceOf(TransactionalException.class);
    assertThatThrownBy(() -> audit.read("READ_NOTE", "note", NOTE))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void aRefusalIsKeptWithAndWithoutATransactionAndWhenThatIsAlreadyDoomed() {
    audit.refused("LIST_NOTES", "note", NOTE);
    QuarkusTransaction.requiringNew().run(() -> audit.refused("READ_NOTE", "note", NOTE));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          QuarkusTransaction.setRollbackOnly();
                          audit.refused("SEAL_NOTE", "note", NOTE);
                        }))
        .hasStackTraceContaining("RollbackException");
    assertThat(Trail.rows("select operation, outcome, actor from audit_record order by seq"))
        .containsExactly(
            "LIST_NOTES refused nobody", "READ_NOTE refused nobody", "SEAL_NOTE refused nobody");
  }

  @Test
  void aRefusalNamesWhoTriedThoughItIsWrittenLater() {
    callers.run(
        Caller.system("job"),
        () ->
            QuarkusTransaction.requiringNew().run(() -> audit.refused("READ_NOTE", "note", NOTE)));
    assertThat(Trail.rows("select actor, actor_roles from audit_record"))
        .containsExactly("system:job {system}");
  }

  @Test
  void manyRefusalsAtOnceDoNotStarveThePool() throws Exception {
    int attackers = 4; // as many as there are connections
    var allHoldOne = new CyclicBarrier(attackers);
    try (var threads = Executors.newFixedThreadPool(attackers)) {
      var attempts = new ArrayList<Future<Boolean>>();
      for (int attacker = 0; attacker < attackers; attacker++) {
        attempts.add(
            threads.submit(
                () ->
                    QuarkusTransaction.requiringNew()
                        .call(
                            () -> {
                              allHoldOne.await();
                              audit.refused("READ_NOTE", "note", NOTE);
                              return true;
                            })));
      }
      for (var attempt : attempts) {
        assertThat(attempt.get()).isTrue();
      }
    }
    assertThat(Trail.outcomes()).hasSize(attackers);
  }

  @Test
  void aRuleThatIsKeptLeavesNoRefusal() {
    callers.run(
        Caller.system("job"), () -> access.require(NotebookOperation.SWEEP_NOTES, Relation.NONE));
    assertThat(Trail.outcomes()).isEmpty();
  }

  @Test
  void aRuleThatIsNotKeptIsRefusedAndRecordedOnce() {
    assertThatThrownBy(
            () ->
                callers.run(
                    Caller.system("job"),
                    () -> access.require(NotebookOperation.READ_NOTE, Relation.OWN, "note", NOTE)))
        .isInstanceOf(RefusedException.class);
    assertThat(Trail.outcomes()).containsExactly("READ_NOTE refused");
  }

  @Test
  void textThatCouldNameAChildIsNotTaken() {
    for (String text : new String[] {"Gul Mina", "گل", "", "a\nb", "x".repeat(129)}) {
      assertThatThrownBy(() -> audit.refused("READ_NOTE", "note", NOTE, text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The audit trail takes codes and ids only");
      assertThatThrownBy(() -> audit.refused("READ_NOTE", "note", text))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Trail.outcomes()).isEmpty();
  }

  @Test
  void theApplicationMayAddAndReadButNeverChangeTheTrail() {
    audit.refused("READ_NOTE", "note", NOTE);
    for (String table : new String[] {"audit_record", "audit_seal", "audit_checkpoint"}) {
      assertRefused("delete from " + table);
      assertRefused("truncate " + table);
    }
    assertRefused("update audit_record set actor = 'somebody'");
    assertRefused("update audit_seal set hash = ''");
    assertRefused("update audit_checkpoint set hash = ''");
    assertRefused("insert into audit_record (seq) overriding system value values (1)");
  }

  @Test
  void notEvenTheOwnerChangesItWithoutSwitchingTheTriggersOff() {
    audit.refused("READ_NOTE", "note", NOTE);
    for (String sql :
        new String[] {
          "update audit_record set actor = 'somebody'",
          "delete from audit_record",
          "truncate audit_record",
          "delete from audit_seal",
          "delete from audit_checkpoint"
        }) {
      assertThatThrownBy(() -> Trail.execute("set role security_owner", sql))
          .hasStackTraceContaining("is append-only");
    }
    assertThat(Trail.outcomes()).hasSize(1);
  }

  private void assertRefused(String sql) {
    assertThatThrownBy(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  var statement = connection.createStatement()) {
                statement.execute(sql);
              }
            })
        .isInstanceOf(SQLException.class);
  }
}
