package org.hifazat.cases.access;

import java.util.Set;

/** Role names as the realm spells them. */
public final class Role {
  public static final String HELPLINE_OPERATOR = "helpline-operator";
  public static final String SOCIAL_WORKER = "social-worker";
  public static final String PROTECTION_OFFICER = "protection-officer";
  public static final String PSYCHOLOGIST = "psychologist";
  public static final String SUPERVISOR = "supervisor";

  /** Sets deadlines and code lists, and never sees a case. */
  public static final String COMMISSION_ADMIN = "commission-admin";

  /** Those who see a line of each of their unit's cases, so that none is opened twice. */
  public static final Set<String> SEE_THE_UNIT =
      Set.of(SOCIAL_WORKER, PROTECTION_OFFICER, SUPERVISOR);

  private Role() {}
}
