package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The whole directory. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsExport(List<HsdsOrganization> organizations, List<HsdsService> services) {}
