package org.hifazat.cases.consent;

import java.util.UUID;

/** What consent has to know of cases that leave the platform. */
public interface OutsideTransfers {
  /** Whether a body outside was asked by this transfer of the case and has not answered. */
  boolean isPending(UUID caseId, UUID transferId);
}
