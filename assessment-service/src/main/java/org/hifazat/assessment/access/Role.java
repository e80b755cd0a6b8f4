package org.hifazat.assessment.access;

/** Role names as the realm spells them. */
public final class Role {
  public static final String SOCIAL_WORKER = "social-worker";
  public static final String PROTECTION_OFFICER = "protection-officer";
  public static final String PSYCHOLOGIST = "psychologist";
  public static final String SUPERVISOR = "supervisor";
  public static final String COMMISSION_MONITOR = "commission-monitor";
  public static final String COMMISSION_ADMIN = "commission-admin";

  private Role() {}
}
