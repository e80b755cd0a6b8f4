package org.hifazat.cases.directory;

import java.util.List;
import java.util.UUID;

/** Told within the service when the directory says which districts a unit serves. */
public record UnitServes(UUID unitId, List<String> districtCodes) {}
