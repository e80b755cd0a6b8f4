package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whether somebody may become the owner of one more case. */
@ApplicationScoped
public class FutureOwner {
  private final KnownDirectory directory;
  private final Caseloads caseloads;
  private final CaseloadExceptions exceptions;
  private final Clock clock;

  FutureOwner(
      KnownDirectory directory, Caseloads caseloads, CaseloadExceptions exceptions, Clock clock) {
    this.directory = directory;
    this.caseloads = caseloads;
    this.exceptions = exceptions;
    this.clock = clock;
  }

  /**
   * The Commission's approval is used up by it.
   *
   * @param named who alone may have the case; null when it is not sealed
   * @return what the worker has without this case
   * @throws ProblemException colleague-unknown, owner-not-certified, owner-not-named,
   *     caseload-reason-needed, caseload-approval-needed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Caseload require(
      UUID unit, UUID owner, @Nullable String reason, @Nullable List<UUID> named) {
    LocalDate today = KarachiTime.day(clock.instant());
    if (!directory.takesCases(owner, unit)) {
      throw new ProblemException(CaseProblem.COLLEAGUE_UNKNOWN);
    }
    if (!directory.mayOwn(owner, today)) {
      throw new ProblemException(CaseProblem.OWNER_NOT_CERTIFIED);
    }
    if (named != null && !named.contains(owner)) {
      throw new ProblemException(CaseProblem.OWNER_NOT_NAMED);
    }
    Caseload load = caseloads.beforeOneMore(owner, today);
    switch (load.band()) {
      case NORMAL, WARNING -> {}
      case REASON -> refuseWithoutReason(reason);
      case APPROVAL -> {
        refuseWithoutReason(reason);
        exceptions.use(unit, owner);
      }
    }
    return load;
  }

  private static void refuseWithoutReason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new ProblemException(CaseProblem.CASELOAD_REASON_NEEDED);
    }
  }
}
