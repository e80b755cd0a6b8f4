package org.hifazat.referral.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;

/**
 * A sandbox begins again: everything in it goes, and the same referrals wait as on the first day.
 */
@ApplicationScoped
public class ResetSandbox {
  private final FillSandbox filling;
  private final CallerContext callers;
  private final AuditLog audit;

  ResetSandbox(FillSandbox filling, CallerContext callers, AuditLog audit) {
    this.filling = filling;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-a-sandbox
   */
  @Transactional
  public List<UUID> handle() {
    UUID agency =
        callers
            .current()
            .agencyId()
            .filter(filling::isOne)
            .orElseThrow(() -> new ProblemException(ReferralProblem.NOT_A_SANDBOX));
    filling.clear(agency);
    List<UUID> fresh = filling.fill(agency);
    audit.performed(ReferralOperation.PARTNER_RESET_SANDBOX.name(), "agency", agency);
    return fresh;
  }
}
