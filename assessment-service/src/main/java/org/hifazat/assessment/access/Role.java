package org.hifazat.assessment.access;

/** Role names as the realm spells them. */
final class Role {
  static final String SOCIAL_WORKER = "social-worker";
  static final String PROTECTION_OFFICER = "protection-officer";
  static final String PSYCHOLOGIST = "psychologist";
  static final String SUPERVISOR = "supervisor";
  static final String COMMISSION_ADMIN = "commission-admin";

  private Role() {}
}
