package org.hifazat.identity.staff;

/** Whether a new account must set up a second factor at its first sign-in. */
public enum SecondFactor {
  /** Everybody's must. */
  REQUIRED,
  /** The demo accounts' need not; everybody else's must. */
  OPTIONAL
}
