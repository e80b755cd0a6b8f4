package org.hifazat.identity.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Role names as the realm spells them. */
public final class Role {
  public static final String HELPLINE_OPERATOR = "helpline-operator";
  public static final String SOCIAL_WORKER = "social-worker";
  public static final String PROTECTION_OFFICER = "protection-officer";
  public static final String PSYCHOLOGIST = "psychologist";
  public static final String SUPERVISOR = "supervisor";
  public static final String COMMISSION_MONITOR = "commission-monitor";
  public static final String COMMISSION_ADMIN = "commission-admin";
  public static final String AUDITOR = "auditor";
  public static final String PARTNER_WORKER = "partner-worker";

  /** Held by people of a unit, one or more of them. */
  public static final Set<String> OF_A_UNIT =
      Set.of(SOCIAL_WORKER, PROTECTION_OFFICER, PSYCHOLOGIST, SUPERVISOR);

  /**
   * Held alone and at province level: who counts, administers or audits must not see a case by
   * another of their roles.
   */
  public static final Set<String> OF_THE_PROVINCE =
      Set.of(HELPLINE_OPERATOR, COMMISSION_MONITOR, COMMISSION_ADMIN, AUDITOR);

  /** Every role staff may hold. */
  public static final List<String> OF_STAFF =
      Stream.concat(OF_A_UNIT.stream(), OF_THE_PROVINCE.stream()).sorted().toList();

  private Role() {}
}
