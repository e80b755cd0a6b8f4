package org.hifazat.identity.event;

import java.util.List;
import java.util.UUID;

/** A unit exists or was changed. */
public record UnitEstablished(
    UUID unitId,
    String code,
    String nameEn,
    String nameUr,
    String namePs,
    String managementLine,
    List<String> districtCodes) {
  public static final String TYPE = "org.hifazat.directory.unit-established.v1";
}
