package org.hifazat.cases.access;

import java.util.UUID;

/** Whether the caller may read a case for a few hours because of an emergency. */
public interface EmergencyPass {
  /** Asked only where the caller stands to the case in no way that lets them read it. */
  boolean opens(CaseOperation operation, UUID caseId);
}
