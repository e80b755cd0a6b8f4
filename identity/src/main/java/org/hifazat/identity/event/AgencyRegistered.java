package org.hifazat.identity.event;

import java.util.List;
import java.util.UUID;

/** A partner agency exists or was changed. */
public record AgencyRegistered(
    UUID agencyId,
    String kind,
    String nameEn,
    String nameUr,
    String namePs,
    List<String> districtCodes) {
  public static final String TYPE = "org.hifazat.directory.agency-registered.v1";
}
