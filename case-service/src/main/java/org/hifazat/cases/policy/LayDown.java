package org.hifazat.cases.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.persistence.DatedRows;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What the Commission decides holds from a later day on: nothing that was decided by the rule of
 * its day becomes wrong afterwards. One administrator at a time, and each has seen what the other
 * laid down; the same request again changes nothing.
 */
@ApplicationScoped
public class LayDown {
  private static final String FROM = "/validFrom";

  private final DatedRows rows;
  private final AuditLog audit;
  private final Clock clock;

  LayDown(DatedRows rows, AuditLog audit, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A change and who may not have been quicker.
   *
   * @param about key columns of the rows whose version was read
   * @param ifMatch the version as the request names it
   * @param subject what is audited, and under which id
   */
  public record Change(
      CaseOperation operation,
      DatedRows.Table table,
      Map<String, String> about,
      @Nullable String ifMatch,
      String subject,
      String id) {}

  public LocalDate today() {
    return KarachiTime.day(clock.instant());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public long version(DatedRows.Table table, Map<String, String> about) {
    return rows.version(table, about);
  }

  /**
   * @return false when that very row is laid down already
   * @throws ProblemException policy-begun, precondition-required, precondition-malformed or stale
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean lay(Change change, LocalDate from, Map<String, @Nullable String> row) {
    long expected = Preconditions.expected(change.ifMatch());
    refuseWhatBegan(from);
    rows.oneAtATime(change.table());
    if (rows.holds(change.table(), from, row)) {
      return false;
    }
    Preconditions.check(expected, rows.version(change.table(), change.about()));
    rows.lay(change.table(), from, row);
    audit.performed(change.operation().name(), change.subject(), change.id(), "from:" + from);
    return true;
  }

  /**
   * @param key values of all key columns
   * @throws ProblemException as {@link #lay}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void end(Change change, LocalDate from, Map<String, String> key, String source) {
    long expected = Preconditions.expected(change.ifMatch());
    refuseWhatBegan(from);
    rows.oneAtATime(change.table());
    Preconditions.check(expected, rows.version(change.table(), change.about()));
    rows.end(change.table(), key, from, source);
    audit.performed(change.operation().name(), change.subject(), change.id(), "until:" + from);
  }

  private void refuseWhatBegan(LocalDate from) {
    if (!from.isAfter(today())) {
      throw refused(CaseProblem.POLICY_BEGUN, FROM);
    }
  }

  public static ProblemException refused(CaseProblem problem, String pointer) {
    return new ProblemException(problem, new Violation(pointer, problem.code()));
  }
}
