package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A plan came into force, with what child and caregiver say to it. */
public record CasePlanApproved(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID planId,
    int edition,
    String childAgreement,
    String familyAgreement,
    int goals,
    int actions,
    Instant approvedAt) {
  public static final String TYPE = "org.hifazat.cases.case-plan-approved.v1";
}
