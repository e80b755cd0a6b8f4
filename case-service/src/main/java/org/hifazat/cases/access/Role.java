package org.hifazat.cases.access;

import java.util.Set;

/** Role names as the realm spells them. */
public final class Role {
  public static final String HELPLINE_OPERATOR = "helpline-operator";
  public static final String SOCIAL_WORKER = "social-worker";
  public static final String PROTECTION_OFFICER = "protection-officer";
  public static final String PSYCHOLOGIST = "psychologist";
  public static final String SUPERVISOR = "supervisor";

  /** Those who may hold responsibility for a case. */
  public static final Set<String> CASE_WORKERS = Set.of(SOCIAL_WORKER, PROTECTION_OFFICER);

  private Role() {}
}
