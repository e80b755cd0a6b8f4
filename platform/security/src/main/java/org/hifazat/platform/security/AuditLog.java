package org.hifazat.platform.security;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: who did, read or was refused what. Acts and reads are written in the transaction
 * of the act; refusals survive its rollback. Takes codes and ids only: anything that looks like
 * text is refused with {@link IllegalArgumentException}.
 */
@ApplicationScoped
public class AuditLog {
  private static final Logger LOG = Logger.getLogger(AuditLog.class);

  private static final String RECORD =
      """
      with recorded as (
        insert into audit_record
          (at, actor, actor_roles, operation, outcome, subject_type, subject_id, codes, trace_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning seq)
      insert into audit_unsealed (audit_seq) select seq from recorded
      """;

  private final AgroalDataSource dataSource;
  private final TransactionManager transactions;
  private final CallerContext callers;
  private final Clock clock;

  AuditLog(
      AgroalDataSource dataSource,
      TransactionManager transactions,
      CallerContext callers,
      Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.callers = callers;
    this.clock = clock;
  }

  /** Records a change, in its transaction. */
  @Transactional(TxType.MANDATORY)
  public void performed(String operation, String subjectType, Object subjectId, String... codes) {
    store(entry(operation, AuditEntry.Outcome.PERFORMED, subjectType, subjectId, codes));
  }

  /** Records the reading of a sensitive record, in the transaction that reads it. */
  @Transactional(TxType.MANDATORY)
  public void read(String operation, String subjectType, Object subjectId, String... codes) {
    store(entry(operation, AuditEntry.Outcome.READ, subjectType, subjectId, codes));
  }

  /**
   * Records a refused attempt in a transaction of its own. Inside a transaction it is written once
   * that has ended: asking for a second connection while holding one could starve the pool.
   */
  public void refused(String operation, String subjectType, Object subjectId, String... codes) {
    AuditEntry entry = entry(operation, AuditEntry.Outcome.REFUSED, subjectType, subjectId, codes);
    Caller caller = callers.current();
    if (!storeAfterTransaction(caller, entry)) {
      storeAlone(caller, entry);
    }
  }

  private AuditEntry entry(
      String operation,
      AuditEntry.Outcome outcome,
      String subjectType,
      Object subjectId,
      String... codes) {
    Caller caller = callers.current();
    return new AuditEntry(
        clock.instant(),
        caller.staffId().map(UUID::toString).orElse(caller.subject()),
        caller.roles().stream().sorted().toList(),
        operation,
        outcome,
        subjectType,
        subjectId.toString(),
        List.of(codes),
        traceId());
  }

  private boolean storeAfterTransaction(Caller caller, AuditEntry entry) {
    try {
      if (transactions.getStatus() == Status.STATUS_NO_TRANSACTION) {
        return false;
      }
      transactions
          .getTransaction()
          .registerSynchronization(
              new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                  try {
                    storeAlone(caller, entry);
                  } catch (RuntimeException fault) {
                    LOG.errorf(fault, "Refused %s was not recorded", entry.operation());
                  }
                }
              });
      return true;
    } catch (RollbackException alreadyDoomed) {
      return false;
    } catch (SystemException fault) {
      throw new IllegalStateException("No transaction manager", fault);
    }
  }

  private void storeAlone(Caller caller, AuditEntry entry) {
    callers.run(caller, () -> QuarkusTransaction.requiringNew().run(() -> store(entry)));
  }

  private void store(AuditEntry entry) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
      statement.setString(2, entry.actor());
      statement.setArray(3, connection.createArrayOf("text", entry.actorRoles().toArray()));
      statement.setString(4, entry.operation());
      statement.setString(5, entry.outcome().code());
      statement.setString(6, entry.subjectType());
      statement.setString(7, entry.subjectId());
      statement.setArray(8, connection.createArrayOf("text", entry.codes().toArray()));
      statement.setString(9, entry.traceId());
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException("The audit trail could not be written", fault);
    }
  }

  private static @Nullable String traceId() {
    return MDC.get("traceId") instanceof String id && !id.isBlank() ? id : null;
  }
}
