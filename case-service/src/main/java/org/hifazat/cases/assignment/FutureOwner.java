package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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
  private final Session entities;
  private final KnownDirectory directory;
  private final Caseloads caseloads;
  private final CaseloadExceptions exceptions;
  private final Clock clock;

  FutureOwner(
      Session entities,
      KnownDirectory directory,
      Caseloads caseloads,
      CaseloadExceptions exceptions,
      Clock clock) {
    this.entities = entities;
    this.directory = directory;
    this.caseloads = caseloads;
    this.exceptions = exceptions;
    this.clock = clock;
  }

  /**
   * Two who give one worker a case at once are taken one after the other, so that neither slips
   * under a limit. The Commission's approval is used up by it.
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
    waitFor(owner);
    Caseload load = caseloads.of(owner, today);
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

  private void waitFor(UUID owner) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:owner, 0))", Integer.class)
        .setParameter("owner", "caseload:" + owner)
        .getSingleResult();
  }
}
