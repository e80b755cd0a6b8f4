package org.hifazat.identity.event;

import java.time.LocalDate;
import java.util.UUID;

/** A member of staff passed a course. */
public record CertificateAwarded(UUID staffId, int level, LocalDate validFrom, LocalDate validTo) {
  public static final String TYPE = "org.hifazat.directory.certificate-awarded.v1";
}
