package org.hifazat.referral.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/** Who of those who may refer a child releases what takes more than their own word. */
@ApplicationScoped
public class CareWithPackets {
  private static final String SUPERVISOR = "supervisor";
  private static final String PSYCHOLOGIST = "psychologist";

  private final CallerContext callers;

  CareWithPackets(CallerContext callers) {
    this.callers = callers;
  }

  /** What a court or another authority orders, which a second person reads. */
  public boolean releasesOnOrder() {
    return callers.current().has(SUPERVISOR);
  }

  /** What a psychologist found or wrote is theirs to pass on and to read, and the supervisor's. */
  public boolean handlesClinical() {
    Caller caller = callers.current();
    return caller.has(PSYCHOLOGIST) || caller.has(SUPERVISOR);
  }
}
