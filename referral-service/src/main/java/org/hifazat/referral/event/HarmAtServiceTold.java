package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** Somebody told of harm at a service; not what. For those alone who look after the child. */
public record HarmAtServiceTold(
    UUID feedbackId, UUID referralId, UUID caseId, String speaker, Instant at) {
  public static final String TYPE = "org.hifazat.safeguarding.harm-at-service-told.v1";

  /** Read by the case service and nobody else. */
  public static final String TOPIC = "hifazat.safeguarding.v1";
}
