package org.hifazat.platform.security;

/** How a caller stands to the record an operation is about. */
public enum Relation {
  /** The operation is about no single record: creating, listing. */
  NONE,
  /** Their own record. */
  OWN,
  /** A colleague's, in the caller's unit. */
  SAME_UNIT,
  /** Sent to the caller's agency. */
  REFERRED_IN,
  /** Another unit's. */
  OTHER_UNIT,
  /** Sealed: closed to everybody without a rule of its own. */
  SEALED
}
