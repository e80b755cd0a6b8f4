package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.hifazat.platform.persistence.Purge;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class HousekeepingTest {
  @Inject Housekeeping housekeeping;
  @Inject Leaves leaves;
  @Inject Stuck stuck;

  @BeforeEach
  void begin() {
    leaves.left.set(1_234);
    leaves.rounds.set(0);
    stuck.tried.set(0);
  }

  @Test
  void allThatIsDueIsRemovedInSmallTransactionsByTheServiceItself() {
    housekeeping.runAll();
    assertThat(leaves.left).hasValue(0);
    assertThat(leaves.rounds).hasValue(3);
    assertThat(leaves.caller).isEqualTo(Caller.system("housekeeping"));
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromTheirWork() {
    housekeeping.runAll();
    assertThat(stuck.tried).hasValue(1);
    assertThat(leaves.left).hasValue(0);
  }

  @Test
  void whileAnotherProcessIsAtItNothingIsDone() throws SQLException {
    try (Connection other = PostgresBackend.superuser("security");
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + 0x6869_6661_7a61_7402L + ")");
      housekeeping.runAll();
      assertThat(leaves.left).hasValue(1_234);
    }
    housekeeping.runAll();
    assertThat(leaves.left).hasValue(0);
  }

  /** Sweeps up what falls from a tree. */
  @Singleton
  static class Leaves implements Purge {
    final AtomicInteger left = new AtomicInteger();
    final AtomicInteger rounds = new AtomicInteger();
    private final CallerContext callers;
    volatile Caller caller = Caller.nobody();

    Leaves(CallerContext callers) {
      this.callers = callers;
    }

    @Override
    public String name() {
      return "leaves";
    }

    @Override
    public int purge(int most) {
      assertThat(QuarkusTransaction.isActive()).isTrue();
      caller = callers.current();
      rounds.incrementAndGet();
      int some = Math.min(most, left.get());
      left.addAndGet(-some);
      return some;
    }
  }

  /** Never gets anything done. */
  @Singleton
  static class Stuck implements Purge {
    final AtomicInteger tried = new AtomicInteger();

    @Override
    public String name() {
      return "a stone";
    }

    @Override
    public int purge(int most) {
      tried.incrementAndGet();
      throw new IllegalStateException("too heavy");
    }
  }
}
