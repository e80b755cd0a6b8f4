package org.hifazat.cases.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.policy.LayDown;
import org.hifazat.platform.persistence.DatedRows;
import org.jspecify.annotations.Nullable;

/**
 * The Commission lays down how many open cases one worker may have, and what a case weighs. The
 * three steps come one after the other, and a case weighs no less the greater the danger is.
 */
@ApplicationScoped
public class KeepCaseloads {
  private static final DatedRows.Table TABLE =
      new DatedRows.Table(
          "caseload_policy",
          List.of(),
          List.of(
              "warn_at",
              "reason_at",
              "approval_at",
              "weight_high",
              "weight_medium",
              "weight_low",
              "source"),
          false);

  private final Session entities;
  private final LayDown laying;

  KeepCaseloads(Session entities, LayDown laying) {
    this.entities = entities;
    this.laying = laying;
  }

  /**
   * Limits as they were, are or will be.
   *
   * @param warnAt from so many open cases on the worker is warned
   * @param reasonAt from so many on another case needs the supervisor's reason
   * @param approvalAt from so many on another case needs the Commission's approval
   * @param validTo first day they hold no more; null while nothing follows
   */
  public record Limits(
      int warnAt,
      int reasonAt,
      int approvalAt,
      BigDecimal weightHigh,
      BigDecimal weightMedium,
      BigDecimal weightLow,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source) {}

  /** All there were, by day, and the version of that. */
  public record History(List<Limits> items, long version) {}

  @Transactional
  public History history() {
    List<Limits> items =
        entities
            .createNativeQuery(
                """
                select warn_at, reason_at, approval_at, weight_high, weight_medium, weight_low, valid_from, valid_to, source
                  from caseload_policy order by valid_from""",
                Object[].class)
            .addScalar("warn_at", Integer.class)
            .addScalar("reason_at", Integer.class)
            .addScalar("approval_at", Integer.class)
            .addScalar("weight_high", BigDecimal.class)
            .addScalar("weight_medium", BigDecimal.class)
            .addScalar("weight_low", BigDecimal.class)
            .addScalar("valid_from", LocalDate.class)
            .addScalar("valid_to", LocalDate.class)
            .addScalar("source", String.class)
            .getResultStream()
            .map(
                row ->
                    new Limits(
                        (Integer) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4],
                        (BigDecimal) row[5],
                        (LocalDate) row[6],
                        (LocalDate) row[7],
                        (String) row[8]))
            .toList();
    return new History(items, laying.version(TABLE, Map.of()));
  }

  /**
   * @throws org.hifazat.platform.web.ProblemException caseload-steps, caseload-weights,
   *     policy-begun, or one of the preconditions
   */
  @Transactional
  public void keep(Limits limits, @Nullable String ifMatch) {
    if (limits.warnAt() >= limits.reasonAt() || limits.reasonAt() >= limits.approvalAt()) {
      throw LayDown.refused(
          CaseProblem.CASELOAD_STEPS,
          limits.warnAt() >= limits.reasonAt() ? "/reasonAt" : "/approvalAt");
    }
    if (limits.weightMedium().compareTo(limits.weightHigh()) > 0
        || limits.weightLow().compareTo(limits.weightMedium()) > 0) {
      throw LayDown.refused(CaseProblem.CASELOAD_WEIGHTS, "/weightMedium");
    }
    Map<String, @Nullable String> row = new HashMap<>();
    row.put("warn_at", Integer.toString(limits.warnAt()));
    row.put("reason_at", Integer.toString(limits.reasonAt()));
    row.put("approval_at", Integer.toString(limits.approvalAt()));
    row.put("weight_high", limits.weightHigh().toPlainString());
    row.put("weight_medium", limits.weightMedium().toPlainString());
    row.put("weight_low", limits.weightLow().toPlainString());
    row.put("source", limits.source());
    laying.lay(
        new LayDown.Change(
            CaseOperation.KEEP_CASE_POLICIES,
            TABLE,
            Map.of(),
            ifMatch,
            "caseload-policy",
            limits.validFrom().toString()),
        limits.validFrom(),
        row);
  }
}
