package org.hifazat.monitoring.suppression;

/** How a count is shown; each step hides more than the one before. */
public enum Disclosure {
  /** The number itself. */
  SHOWN,
  /** Only that it is at least one and below the threshold. */
  SMALL,
  /** Nothing: it may be any number. */
  WITHHELD
}
