package org.hifazat.cases.access;

import static org.hifazat.cases.access.Role.HELPLINE_OPERATOR;
import static org.hifazat.cases.access.Role.PROTECTION_OFFICER;
import static org.hifazat.cases.access.Role.PSYCHOLOGIST;
import static org.hifazat.cases.access.Role.SOCIAL_WORKER;
import static org.hifazat.cases.access.Role.SUPERVISOR;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import org.hifazat.platform.security.Rule;

/** Rules that several features share. */
public final class Reach {
  /** Who takes and triages reports and keeps cases: without a record. */
  public static final Rule UNIT_STAFF =
      Rule.allow(SOCIAL_WORKER, NONE).and(PROTECTION_OFFICER, NONE).and(SUPERVISOR, NONE);

  /** All who may have a case of their own: without a record. */
  public static final Rule CASE_STAFF = UNIT_STAFF.and(PSYCHOLOGIST, NONE);

  /** Everybody this service answers at all, except for one record. */
  public static final Rule STAFF_AND_HELPLINE = CASE_STAFF.and(HELPLINE_OPERATOR, NONE);

  /** One's own cases, and for a supervisor the unit's. */
  public static final Rule OWN_CASES =
      Rule.allow(SOCIAL_WORKER, OWN)
          .and(PROTECTION_OFFICER, OWN)
          .and(PSYCHOLOGIST, OWN)
          .and(SUPERVISOR, OWN, SAME_UNIT);

  /** The supervisor of the case's unit alone. */
  public static final Rule SUPERVISORS_CASES = Rule.allow(SUPERVISOR, OWN, SAME_UNIT);

  private Reach() {}
}
