package org.hifazat.referral.requests;

import java.util.UUID;

/**
 * What is referred to a sandbox is invented: no unit and no person sent it, and it is of no case.
 */
public final class Sandbox {
  /** Stands where a unit and whoever sent it stand in other referrals. */
  static final UUID NOBODY = new UUID(0, 0);

  private Sandbox() {}

  /** What a reset locks alone, and whoever does something in the sandbox with the others. */
  public static String lockOf(UUID agencyId) {
    return "sandbox:" + agencyId;
  }

  /** Whether it is invented: then no other service and no person hears of it. */
  public static boolean holds(Referral referral) {
    return referral.unitId().equals(NOBODY);
  }
}
