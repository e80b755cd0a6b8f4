package org.hifazat.platform.security;

/** Something a caller may ask for; implemented by one enum per service. */
public interface Operation {
  /** The constant's name, which {@link Performs} repeats and the audit trail records. */
  String name();
}
