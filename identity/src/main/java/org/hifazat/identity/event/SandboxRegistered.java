package org.hifazat.identity.event;

import java.util.List;
import java.util.UUID;

/** A partner's developers have an agency to try things on; no child is ever referred to it. */
public record SandboxRegistered(
    UUID agencyId,
    String kind,
    String nameEn,
    String nameUr,
    String namePs,
    List<String> districtCodes) {
  public static final String TYPE = "org.hifazat.directory.sandbox-registered.v1";
}
